#!/bin/sh
# Checks Python and the system libraries that Qt needs; installs them where it may (Debian or Ubuntu, as root),
# otherwise prints the exact command and stops.
set -eu
python=${1:-python3}

if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
    echo "Boussole needs Python 3.11 or newer. Install it, then: make PYTHON=python3.11 run" >&2
    exit 1
fi
[ "$(uname -s)" = Linux ] || exit 0

wanted=""
need() { ldconfig -p 2>/dev/null | grep -q "$1" || wanted="$wanted $2"; }
need libxcb-cursor.so.0 libxcb-cursor0
need libxcb-icccm.so.4 libxcb-icccm4
need libxcb-keysyms.so.1 libxcb-keysyms1
need libxcb-image.so.0 libxcb-image0
need libxcb-render-util.so.0 libxcb-render-util0
need libxkbcommon-x11.so.0 libxkbcommon-x11-0
need libxkbcommon.so.0 libxkbcommon0
need libEGL.so.1 libegl1
need libGL.so.1 libgl1
need libdbus-1.so.3 libdbus-1-3
need libfontconfig.so.1 libfontconfig1
need libglib-2.0.so.0 libglib2.0-0
need libnss3.so libnss3
"$python" -c 'import ensurepip, venv' 2>/dev/null || wanted="$wanted python3-venv"
[ -n "$wanted" ] || exit 0

command="apt-get install -y --no-install-recommends$wanted"
if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
    echo "Installing the system libraries that Qt needs:$wanted"
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive $command >/dev/null
elif command -v apt-get >/dev/null 2>&1; then
    echo "Qt needs a few system libraries. Run this once, then try again:" >&2
    echo "    sudo apt-get update && sudo $command" >&2
    exit 1
else
    echo "Qt needs these libraries (Debian's names):$wanted" >&2
    echo "Install them with your distribution's package manager, then try again." >&2
    exit 1
fi
