#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# usage: shots.sh FOLDER   pictures of the sample in both themes, and at 200 %, for the README and for looking at.
# Runs on the display that with-desktop.sh gives it; the person's own settings and stores stay untouched.
set -euo pipefail
folder=$(realpath -m "$1")
program=$(realpath build/bin/rolewright)
mkdir -p "$folder"
home=$(mktemp -d)
trap 'rm -rf "$home"' EXIT
export HOME=$home XDG_CONFIG_HOME=$home/config XDG_DATA_HOME=$home/data XDG_STATE_HOME=$home/state

session() { # THEME SCALE, then `picture` and xdotool
    mkdir -p "$XDG_CONFIG_HOME/rolewright"
    printf '[appearance]\ntheme=%s\n' "$1" >"$XDG_CONFIG_HOME/rolewright/rolewright.ini"
    QT_SCALE_FACTOR=$2 "$program" --sample &
    running=$!
    for _ in $(seq 150); do
        window=$(xdotool search --onlyvisible --name 'version [0-9]+' 2>/dev/null | head -1)
        [ -n "$window" ] && break
        sleep 0.2
    done
    xdotool windowactivate --sync "$window" windowmove "$window" 0 0 windowsize "$window" 100% 100%
    sleep 1
}
picture() { sleep 0.8; import -window "$window" "$folder/$1.png"; }
end() { kill $running; wait $running 2>/dev/null || true; }

for theme in light dark; do
    session $theme 1
    picture "matrix-$theme"
    xdotool key --delay 80 Down Down Down Right Right space
    picture "edit-$theme"
    for page in 2 3 4 5; do
        xdotool key ctrl+$page
        picture "page$page-$theme"
    done
    end
done
session light 2
picture matrix-light-200
end
