#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# Asks other engines what is in a folder of exported policies (peers.mjs). Installs them as the lock file has them.
# usage: peers.sh INSTALLED [FOLDER]      INSTALLED: where node_modules is kept; without FOLDER it only installs
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
installed=$1 folder=${2:-}
if ! { command -v node && command -v npm; } >/dev/null; then
    echo "Node.js or npm is missing: ./dev deps installs them." >&2
    exit 1
fi
mkdir -p "$installed"
exec 9>"$installed/lock"
flock 9 # tests that need it run side by side
if ! cmp -s "$here/package-lock.json" "$installed/installed.json"; then
    rm -f "$installed/installed.json"
    cp "$here/package.json" "$here/package-lock.json" "$installed"
    if ! npm --prefix "$installed" ci --ignore-scripts --no-audit --no-fund >&2; then
        echo "The other engines could not be installed from the npm registry; without them nothing is compared." >&2
        exit 1
    fi
    cp "$here/package-lock.json" "$installed/installed.json"
fi
flock -u 9
[ -n "$folder" ] || exit 0
cp "$here/peers.mjs" "$installed"
exec node "$installed/peers.mjs" "$folder"
