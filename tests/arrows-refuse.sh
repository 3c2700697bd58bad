#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# arrows.sh refuses what it is there to refuse. usage: arrows-refuse.sh
set -uo pipefail
arrows=$(dirname "$(realpath "$0")")/arrows.sh
root=$(mktemp -d)
trap 'rm -rf "$root"' EXIT
failures=0

check() { # NAME FILE CONTENT: a tree in which only this is wrong
    rm -rf "${root:?}"/*
    mkdir -p "$root"/{app/cli,app/server,ui,tests,core/base} "$root/$(dirname "$2")"
    printf '// SPDX-License-Identifier: Apache-2.0\n%b\n' "$3" >"$root/$2"
    if "$arrows" "$root" >"$root/said"; then
        echo "Not refused: $1"
        failures=$((failures + 1))
    fi
}

check "a layer above" core/base/a.cpp '#include "core/store/store.h"'
check "a layer that nobody knows" core/other/a.cpp ''
check "core that includes the window" core/base/a.cpp '#include "ui/shell/workspace.h"'
check "SQL outside its folder" ui/a.cpp '#include <sqlite3.h>'
check "Boost outside its folder" core/base/a.cpp '#include <boost/asio.hpp>'
check "one name in two headers" core/base/a.h 'class Hit\n{\n};\nstruct Hit\n{\n};'
rm -rf "${root:?}"/* && mkdir -p "$root"/{app/cli,app/server,ui,tests,core/base}
"$arrows" "$root" || failures=$((failures + 1)) # with nothing wrong it is content
exit "$((failures > 0))"
