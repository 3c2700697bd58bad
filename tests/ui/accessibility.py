#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""What a screen reader sees of the real window, through AT-SPI.

usage (on a desktop with accessibility on, see tests/support/with-desktop.sh): accessibility.py PROGRAM
Every page: whatever takes the focus has a name. The matrix: a cell says row, column and state, and a toggle is
announced. Prints each fault; exit status 1 where there is one.
"""
import os
import subprocess
import sys
import tempfile
import threading
import time

import pyatspi
from gi.repository import Atspi

NAMELESS_ROLES = {  # their names are those of their contents
    pyatspi.ROLE_TABLE_CELL, pyatspi.ROLE_LIST_ITEM, pyatspi.ROLE_TREE_ITEM, pyatspi.ROLE_TABLE_COLUMN_HEADER,
    pyatspi.ROLE_FILLER,  # hands the focus on to what it holds
    pyatspi.ROLE_TABLE_ROW_HEADER, pyatspi.ROLE_SCROLL_BAR, pyatspi.ROLE_WINDOW, pyatspi.ROLE_FRAME,
}
faults = []


def wait_for(what, find, seconds=30):
    end = time.time() + seconds
    while time.time() < end:
        found = find()
        if found:
            return found
        time.sleep(0.2)
    sys.exit(f"{what} did not appear within {seconds} s")


def application():
    for app in pyatspi.Registry.getDesktop(0):
        if app and app.name.lower() == "rolewright" and app.childCount:
            return app
    return None


def keys(*names):
    subprocess.run(["xdotool", "key", "--delay", "60", *names], check=True)
    time.sleep(0.4)


def walk(node, path=()):
    """Everything shown below a node; of a table only the table."""
    try:
        states = node.getState()
        role = node.getRole()
        if not states.contains(pyatspi.STATE_SHOWING) and role != pyatspi.ROLE_APPLICATION:
            return
        yield node, path
        if role in (pyatspi.ROLE_TABLE, pyatspi.ROLE_TREE, pyatspi.ROLE_LIST, pyatspi.ROLE_TREE_TABLE):
            return
        children = [node.getChildAtIndex(i) for i in range(min(node.childCount, 300))]
    except Exception as gone:  # a widget may go while we look; D-Bus says so with various errors
        print("  (gone while looking:", gone, ")")
        return
    for child in children:
        if child:
            yield from walk(child, path + (node.getRoleName(),))


def look_at_page(app, number):
    seen = 0
    for node, path in walk(app):
        if not node.getState().contains(pyatspi.STATE_FOCUSABLE) or node.getRole() in NAMELESS_ROLES:
            continue
        seen += 1
        if not node.name.strip():
            faults.append(f"page {number}: a {node.getRoleName()} without a name, in {' > '.join(path[-4:])}")
    if seen < 3:
        faults.append(f"page {number}: only {seen} things take the focus")
    return seen


def matrix_of(app):
    for node, _ in walk(app):
        if node.getRole() == pyatspi.ROLE_TABLE and node.queryTable().nRows > 5:
            return node
    return None


def look_at_toggle(app):
    matrix = wait_for("the matrix", lambda: matrix_of(app))
    table = matrix.queryTable()
    cell = table.getAccessibleAt(1, 1)
    if not any(word in cell.name for word in ("granted", "inherited")):
        faults.append(f"a cell of the matrix says {cell.name!r}, not its state")
    said = []
    pyatspi.Registry.registerEventListener(lambda event: said.append(event.source.name),
                                           "object:property-change:accessible-name")
    loop = threading.Thread(target=pyatspi.Registry.start, daemon=True)
    loop.start()
    time.sleep(0.5)
    subprocess.run(["xdotool", "type", "--delay", "40", "comment:hide"], check=True)
    keys("Right", "space")
    end = time.time() + 10
    while time.time() < end and not any("comment:hide" in name and "pending" in name for name in said):
        time.sleep(0.1)
    if not any("comment:hide" in name and "pending" in name for name in said):
        faults.append(f"the toggle of a cell was not announced; heard: {said[-5:]}")
    else:
        print("announced:", [name for name in said if "comment:hide" in name][-1])
    keys("ctrl+z")


def main():
    with tempfile.TemporaryDirectory() as home:
        environment = dict(os.environ, HOME=home, XDG_CONFIG_HOME=home + "/config", XDG_DATA_HOME=home + "/data",
                           XDG_STATE_HOME=home + "/state", LANGUAGE="en", LC_ALL="C.UTF-8")
        program = subprocess.Popen([sys.argv[1], "--sample"], env=environment)
        try:
            app = wait_for("the program", application)
            app.set_cache_mask(Atspi.Cache.NONE)  # Qt does not say that a page went
            wait_for("the matrix", lambda: matrix_of(app))
            window = subprocess.run(["xdotool", "search", "--onlyvisible", "--name", "version [0-9]+"],
                                    capture_output=True, text=True, check=True).stdout.split()[0]
            subprocess.run(["xdotool", "windowactivate", "--sync", window], check=True)
            look_at_toggle(app)
            for page in range(1, 10):
                keys(f"ctrl+{page}")
                print(f"page {page}: {look_at_page(app, page)} things take the focus")
        finally:
            program.terminate()
            program.wait(10)
    for fault in dict.fromkeys(faults):
        print("FAULT:", fault)
    sys.exit(1 if faults else 0)


main()
