#!/usr/bin/env bash
# Installs Debian packages, quietly and without a question: bootstrap/apt.sh PACKAGE...
#
# The package lists are fetched only when an install fails without them.
set -euo pipefail
log=$(mktemp)
trap 'rm -f "$log"' EXIT

install() {
    DEBIAN_FRONTEND=noninteractive apt-get install --yes --no-install-recommends "$@" </dev/null >"$log" 2>&1
}

echo "Installing $* with apt-get"
if ! install "$@"; then
    apt-get update </dev/null >"$log" 2>&1 || true
    if ! install "$@"; then
        cat "$log" >&2
        echo "Installing $* failed (the lines above say why). Install it by hand, then run make again." >&2
        exit 1
    fi
fi
