#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# usage: with-desktop.sh CMD...   runs CMD on a virtual X display (ROLEWRIGHT_SCREEN, default 1600x1000) with a window
# manager, a D-Bus session and accessibility on. Everything it started is gone when CMD ends.
# Needs: xvfb openbox xdotool dbus at-spi2-core (./dev deps).
set -euo pipefail

scratch=$(mktemp -d)
export XDG_RUNTIME_DIR=$scratch/run
mkdir -m 700 "$XDG_RUNTIME_DIR"
# One at a time starts and ends: an X server that ends removes the socket of one that has just taken its number.
exec 9>"/tmp/rolewright-display-$UID.lock"
flock 9
Xvfb -displayfd 3 -screen 0 "${ROLEWRIGHT_SCREEN:-1600x1000}x24" -nolisten tcp \
    3<>"$scratch/display" 9>&- >"$scratch/xvfb.log" 2>&1 &
xvfb=$!
trap 'flock 9; kill $xvfb 2>/dev/null; wait $xvfb 2>/dev/null || true; flock -u 9; rm -rf "$scratch"' EXIT
for _ in $(seq 100); do
    [ -s "$scratch/display" ] && break
    sleep 0.1
done
flock -u 9
[ -s "$scratch/display" ] || { echo "The virtual display did not start:" >&2; cat "$scratch/xvfb.log" >&2; exit 1; }
DISPLAY=:$(tr -d '\n' <"$scratch/display")
export DISPLAY QT_QPA_PLATFORM=xcb QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1

# shellcheck disable=SC2016  # expanded by the inner shell
dbus-run-session -- bash -c '
    openbox >/dev/null 2>&1 & manager=$!
    /usr/libexec/at-spi-bus-launcher --launch-immediately >/dev/null 2>&1 & bus=$!
    # A window that is mapped before there is a window manager never becomes active.
    for _ in $(seq 100); do
        xdotool get_desktop >/dev/null 2>&1 && break
        sleep 0.1
    done
    "$@"; status=$?
    kill $manager $bus 2>/dev/null
    exit $status' _ "$@" 9>&-
