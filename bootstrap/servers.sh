#!/usr/bin/env bash
# Makes sure that the servers which the tests start for themselves are installed:
# redis-server, and PostgreSQL's initdb, postgres and pg_ctl.
#
# Nothing is started here, and no running server is used: the tests start their own.
set -euo pipefail

has_redis() {
    command -v redis-server >/dev/null
}

# Debian keeps PostgreSQL's server programs off the PATH, in a folder per version.
has_postgresql() {
    local folder
    for folder in /usr/lib/postgresql/*/bin $(command -v pg_ctl | xargs -r dirname); do
        if [ -x "$folder/initdb" ] && [ -x "$folder/postgres" ] && [ -x "$folder/pg_ctl" ]; then
            return 0
        fi
    done
    return 1
}

missing=()
has_redis || missing+=(redis-server)
has_postgresql || missing+=(postgresql)
if [ ${#missing[@]} -eq 0 ]; then
    exit 0
fi
if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null; then
    "$(dirname "$0")/apt.sh" "${missing[@]}"
else
    echo "The tests start their own servers, and these programs are not here: ${missing[*]}." >&2
    echo "Install them by hand, then run make again. On Debian and Ubuntu: sudo apt-get install ${missing[*]}" >&2
    exit 1
fi
