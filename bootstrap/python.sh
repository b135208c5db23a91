#!/usr/bin/env bash
# Makes the virtual environment FOLDER with pip in it: bootstrap/python.sh FOLDER
#
# Takes $PYTHON if set, else the first Python >= 3.11 on the PATH. Debian ships Python without
# `venv`; as root the missing package is installed, otherwise the message says which it is.
set -euo pipefail
folder=$1
log=$(mktemp)
trap 'rm -f "$log"' EXIT

is_new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

find_python() {
    local name
    for name in ${PYTHON:-python3 python3.13 python3.12 python3.11}; do
        if command -v "$name" >/dev/null && is_new_enough "$name"; then
            echo "$name"
            return
        fi
    done
    local tried=${PYTHON:-python3, python3.13, python3.12 or python3.11}
    echo "Fullmarks needs Python 3.11 or newer, and found none as $tried." >&2
    echo "Install one (on Debian 12: apt-get install python3 python3-venv), or name it: make PYTHON=path/to/python" >&2
    return 1
}

install_venv_package() {
    local package
    package=$("$1" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')
    if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
        echo "$1 cannot make a virtual environment: its 'venv' package is missing." >&2
        echo "Install it by hand, then run make again. On Debian and Ubuntu: sudo apt-get install $package" >&2
        return 1
    fi
    "$(dirname "$0")/apt.sh" "$package"
}

python=$(find_python)
"$python" -c 'import ensurepip, venv' 2>/dev/null || install_venv_package "$python"
if ! "$python" -m venv --clear "$folder" >"$log" 2>&1; then
    cat "$log" >&2
    exit 1
fi
