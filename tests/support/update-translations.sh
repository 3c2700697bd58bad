#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# usage: update-translations.sh FOLDER   takes the texts of the sources up into FOLDER's rolewright_*.ts. English says
# what the sources say, so its file has the plurals only.
set -euo pipefail
folder=$(realpath "$1")
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
lupdate=$(command -v lupdate || echo /usr/lib/qt6/bin/lupdate)
common=(-silent -I . -no-obsolete -locations none -source-language en core/edit core/store ui app/desktop)
"$lupdate" "${common[@]}" -pluralonly -target-language en -ts "$folder/rolewright_en.ts"
"$lupdate" "${common[@]}" -target-language de -ts "$folder/rolewright_de.ts"
