#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# usage: shots.sh FOLDER   pictures of the sample in both themes, and at 200 %, and those of the journeys, for README and
# help and for looking at.
# Runs on the display that with-desktop.sh gives it; the person's own settings and stores stay untouched.
set -euo pipefail
folder=$(realpath -m "$1")
program=$(realpath build/bin/rolewright)
mkdir -p "$folder"
homes=$(mktemp -d)
trap 'rm -rf "$homes"' EXIT

session() { # THEME SCALE, then `picture` and xdotool
    local size=(1280 800)
    [ "$2" = 1 ] || size=(1580 940)
    local home=$homes/$1-$2
    mkdir -p "$home/config/rolewright"
    printf '[appearance]\ntheme=%s\n' "$1" >"$home/config/rolewright/rolewright.ini"
    env HOME="$home" XDG_CONFIG_HOME="$home/config" XDG_DATA_HOME="$home/data" XDG_STATE_HOME="$home/state" \
        QT_SCALE_FACTOR="$2" "$program" --sample &
    running=$!
    for _ in $(seq 150); do
        window=$(xdotool search --onlyvisible --name 'version [0-9]+' 2>/dev/null | head -1 || true)
        [ -n "$window" ] && break
        sleep 0.2
    done
    xdotool windowactivate --sync "$window" windowmove "$window" 10 30 windowsize "$window" "${size[@]}"
    sleep 1
}
picture() { sleep 0.8; import -window "$window" "$folder/$1.png"; }
end() { kill $running; wait $running 2>/dev/null || true; }

for theme in light dark; do
    session $theme 1
    picture "matrix-$theme"
    xdotool type --delay 30 comment:hide # goes to that row
    xdotool key --delay 80 Right Right space F1
    picture "simulate-$theme"
    pages=(changes audit roles users catalogue constraints operations)
    for i in "${!pages[@]}"; do
        xdotool key ctrl+$((i + 2))
        picture "${pages[i]}-$theme"
    done
    end
done
session light 2
picture matrix-light-200
end
ROLEWRIGHT_PICTURES=$folder ROLEWRIGHT_LANGUAGE=en ctest --test-dir build --output-on-failure --no-tests=error \
    -R '^tst_(mainwindow|matrixjourneys|whyjourney|adminjourney|auditjourney|teamjourney|lostjourney|import|largejourney)$'
