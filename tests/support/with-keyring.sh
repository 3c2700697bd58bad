#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
# usage: with-keyring.sh CMD...   runs CMD in a D-Bus session of its own, with a real gnome-keyring that is unlocked, on
# folders of its own. KEYRING=locked: it is started locked; KEYRING=none: there is no keyring, and no D-Bus either.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export HOME=$folder XDG_DATA_HOME=$folder/data XDG_CONFIG_HOME=$folder/config XDG_CACHE_HOME=$folder/cache
export XDG_RUNTIME_DIR=$folder/run
mkdir -p "$XDG_DATA_HOME" "$XDG_CONFIG_HOME" "$XDG_CACHE_HOME"
mkdir -m 700 "$XDG_RUNTIME_DIR"
if [ "${KEYRING:-}" = none ]; then
    export DBUS_SESSION_BUS_ADDRESS=unix:path=$folder/nowhere
    "$@"
    exit
fi
# shellcheck disable=SC2016
dbus-run-session -- bash -c '
    printf test-password | gnome-keyring-daemon --unlock --components=secrets >/dev/null 2>&1
    if [ "${KEYRING:-}" = locked ]; then
        gdbus call --session --dest org.freedesktop.secrets --object-path /org/freedesktop/secrets \
            --method org.freedesktop.Secret.Service.Lock "[\"/org/freedesktop/secrets/collection/login\"]" >/dev/null
    fi
    "$@"' _ "$@"
