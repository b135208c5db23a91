#!/usr/bin/env bash
# Runs once, while Gradescope builds the image; only here may the network be used.
#
# Finds a Python of the version that the wheels beside this file are for, or brings one; installs the wheels, whose hashes are known; and
# marks the rubric's own examples, so that an image in which anything is wrong is never finished.
set -euo pipefail
root=${AUTOGRADER_ROOT:-/autograder}
source=$root/source
version=3.11
pip=$(echo "$source"/wheels/pip-*.whl)/pip # runs from its wheel: the image's own may be missing, or too old

fits() { # a program, and "final" where a release candidate will not do
    "$1" -c "import sys, venv; v = sys.version_info; sys.exit(v[:2] != tuple(map(int, '$version'.split('.'))) or '$2' not in v[3:] + ('any',))" \
        >/dev/null 2>&1
}

find_python() {
    local name
    for name in "${FULLMARKS_PYTHON:-}" "python$version" python3 "$root"/pythons/cpython-"$version"*/bin/"python$version"; do
        if [ -n "$name" ] && command -v "$name" >/dev/null && fits "$name" "$1"; then
            command -v "$name"
            return
        fi
    done
    return 1
}

# uv knows where a released Python is to be had, and its hash. pip needs the image's own Python only to bring uv.
from_uv() {
    python3 "$pip" install -q --disable-pip-version-check --require-hashes --target "$root/tools" -r "$source/lock.txt" >&2 &&
        "$root/tools/bin/uv" python install --no-bin --install-dir "$root/pythons" "$version" >&2
}

# Ubuntu 22.04 has a release candidate of it: only where nothing better can be had.
from_apt() {
    command -v apt-get >/dev/null && [ "$(id -u)" -eq 0 ] || return 1
    export DEBIAN_FRONTEND=noninteractive
    apt-get update -q >&2 && apt-get install -q -y --no-install-recommends "python$version" "python$version-venv" >&2
}

python=$(find_python final) || { from_uv && python=$(find_python final); } || { from_apt && python=$(find_python any); } || {
    echo "Fullmarks needs Python $version. It is not in this image, and could not be brought here." >&2
    exit 1
}
"$python" -c 'import sys; print("Python", sys.version)'

# pip compiles what it installs, so that no run has to.
"$python" -m venv --clear --without-pip "$root/venv"
"$root/venv/bin/python" "$pip" install -q --disable-pip-version-check --no-index --no-deps \
    --find-links "$source/wheels" --require-hashes -r "$source/requirements.txt"

"$root/venv/bin/fullmarks" rubric test "$source/rubric.yaml"
