#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# usage: take-picture.sh FILE PROGRAM [ARGS]   starts the program on the display, waits until its window stands there
# with a store in it, takes a picture of the screen, and ends the program.
set -euo pipefail
picture=$1
shift
mkdir -p "$(dirname "$picture")"
"$@" &
program=$!
trap 'kill $program 2>/dev/null; wait $program 2>/dev/null || true' EXIT
for _ in $(seq 150); do
    kill -0 $program 2>/dev/null || { echo "$1 ended before its window was there." >&2; exit 1; }
    [ -n "$(xdotool search --onlyvisible --name 'version [0-9]+' 2>/dev/null)" ] && break
    sleep 0.2
done
sleep 1
import -window root "$picture"
