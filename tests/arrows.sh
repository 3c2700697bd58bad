#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# The arrows of the house: an arrow never points back (architecture.md). Prints every offending line.
# usage: arrows.sh [ROOT]
set -uo pipefail
shopt -s lastpipe # refuse() counts in this shell, not in one of its own
cd "${1:-$(dirname "$0")/..}" || exit 2
failures=0

refuse() { # WHY, then offending lines on standard input
    local lines
    lines=$(cat)
    [ -z "$lines" ] && return
    printf '%s:\n%s\n\n' "$1" "$lines"
    failures=$((failures + 1))
}

# What each layer of core may include, besides itself.
declare -A may=(
    [base]=""
    [policy]="base"
    [decision]="base policy"
    [validation]="base policy decision"
    [edit]="base policy decision validation"
    [analysis]="base policy decision validation edit"
    [audit]="base policy security"
    [security]="base"
    [net]="base"
    [opinion]="base policy decision net"
    [filter]="base policy decision validation edit audit"
    [exchange]="base policy decision validation edit"
    [admin]="base policy decision validation edit exchange"
    [store]="base policy decision validation edit audit exchange admin security net"
)
for folder in core/*/; do
    layer=$(basename "$folder")
    if [ -z "${may[$layer]+known}" ]; then
        echo "core/$layer" | refuse "A layer that tests/arrows.sh does not know"
        continue
    fi
    allowed=$(echo "$layer ${may[$layer]}" | xargs | tr ' ' '|')
    grep -rnE '#include "' "$folder" --include='*.h' --include='*.cpp' | grep -vE "#include \"core/($allowed)/" |
        grep -vE '#include "[a-z0-9_]+\.moc"' | refuse "core/$layer may include only $allowed"
done

gui='Widget|Application>|Window|Painter|Pixmap|Image>|Icon|Color>|Font|Palette|Style|Action|Clipboard|UndoStack|Screen|Gui'
grep -rnE "#include <(Qt(Gui|Widgets)/|Q[A-Za-z]*($gui))" core | grep -v 'QCoreApplication' | refuse "No GUI in core"
grep -rnE '#include <(QtSql/|QSql|sqlite3|libpq)' app core ui | grep -v '^core/store/sql/' | refuse "SQL lives in core/store/sql"
grep -rnE '#include <(QtNetwork/|QNetwork|QTcp|QUdp|QSsl|QHost)' app core ui | grep -v '^core/net/' |
    refuse "The network lives in core/net"
grep -rnE '#include "(ui|app|tests)/' core | refuse "core does not know ui, app or tests"
grep -rnE '#include "(app|tests)/' ui | refuse "ui does not know app or tests"
grep -rnE '#include "(ui)/' app/cli app/server | refuse "The command line and the server link core only"
grep -rnE '#include <boost/' app core ui | grep -v '^app/server/http/' | refuse "Boost lives in app/server/http"
grep -rnE '(^|[^A-Za-z_])tr\(' core app/cli app/server --include='*.cpp' --include='*.h' | refuse "tr() belongs in ui"
grep -rLE 'SPDX-License-Identifier: Apache-2.0' app core ui tests --include='*.cpp' --include='*.h' --include='*.sh' \
    --include='CMakeLists.txt' | refuse "Without an SPDX line"

# Two types of one name in two headers are one to the linker, which takes either's functions.
grep -rhoE '^(class|struct|enum class) [A-Z][A-Za-z]*( final)?( : | \{|$)' app core ui --include='*.h' | sed -E 's/enum //' |
    awk '{ print $2 }' | tr -d ':{' | sort | uniq -d | refuse "The same type name in two headers"

[ "$failures" -eq 0 ] && echo "Every arrow points the right way."
exit "$((failures > 0))"
