#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""What a screen reader sees of the real window, through AT-SPI.

usage (on a desktop with accessibility on, see tests/support/with-desktop.sh): accessibility.py PROGRAM
Every page and matrix: whatever takes the focus has a name. The matrices: a cell says row, column and state, and a
toggle is announced. Prints each fault; exit status 1 where there is one.
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


def matrix_of(app, name=None):
    for node, _ in walk(app):
        if node.getRole() == pyatspi.ROLE_TABLE and node.queryTable().nRows > 2 and name in (None, node.name):
            return node
    return None


def show_matrix(app, number):
    """Chooses a matrix by its tab, as a screen reader does."""
    keys("ctrl+1")
    tabs = [node for node, _ in walk(app) if node.getRole() == pyatspi.ROLE_PAGE_TAB]
    if len(tabs) < 3:
        sys.exit(f"the page of the matrices has {len(tabs)} tabs")
    tabs[number].queryAction().doAction(0)
    time.sleep(0.5)
    return wait_for(f"matrix {number}", lambda: matrix_of(app, tabs[number].name))


def look_at_matrix(app, number, words):
    matrix = show_matrix(app, number)
    name = matrix.queryTable().getAccessibleAt(0, 1).name
    if "," not in name or not any(word in name for word in words):
        faults.append(f"a cell of matrix {number} says {name!r}, not its row, column and state")
    print(f"matrix {number}: {look_at_page(app, f'matrix {number}')} things take the focus; a cell says {name!r}")


def look_at_toggle(app, number, row):
    """Space on the second cell of a row is announced with its new state."""
    show_matrix(app, number)
    del said[:]
    keys("ctrl+1")  # the focus into its cells
    subprocess.run(["xdotool", "type", "--delay", "40", row], check=True)
    keys("Right", "space")
    end = time.time() + 10
    while time.time() < end and not any(row in name and "pending" in name for name in said):
        time.sleep(0.1)
    heard = [name for name in said if row in name and "pending" in name]
    if heard:
        print("announced:", heard[-1])
    else:
        faults.append(f"the toggle of a cell of {row} was not announced; heard: {said[-5:]}")
    keys("ctrl+z")


def look_at_all_pages(app):
    """By the list at the left, which has them all."""
    pages = next(node for node, _ in walk(app) if node.getRole() == pyatspi.ROLE_LIST and node.childCount > 9)
    count = pages.childCount
    for page in range(count):
        item = pages.getChildAtIndex(page)
        place = item.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
        subprocess.run(["xdotool", "mousemove", str(place.x + place.width // 2), str(place.y + place.height // 2),
                        "click", "1"], check=True)
        time.sleep(0.4)
        if not item.getState().contains(pyatspi.STATE_SELECTED):
            faults.append(f"page {page + 1}, {item.name}, is not shown by a click")
        print(f"page {page + 1}: {look_at_page(app, page + 1)} things take the focus")
    if count < 13:
        faults.append(f"only {count} pages were found")


said = []


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
            # On a busy machine the window manager may not have taken it over yet.
            wait_for("the active window",
                     lambda: any(subprocess.run(["xdotool", how, "--sync", window],
                                                stderr=subprocess.DEVNULL).returncode == 0
                                 for how in ("windowactivate", "windowfocus")))
            pyatspi.Registry.registerEventListener(lambda event: said.append(event.source.name),
                                                   "object:property-change:accessible-name")
            threading.Thread(target=pyatspi.Registry.start, daemon=True).start()
            time.sleep(0.5)
            for number in range(3):
                look_at_matrix(app, number, ("granted", "assigned", "inherited", "pattern", "scope", "group"))
            look_at_toggle(app, 0, "comment:hide")
            look_at_toggle(app, 1, "alice")
            keys("F1")
            print(f"why: {look_at_page(app, 'why')} things take the focus")
            look_at_all_pages(app)
        finally:
            program.terminate()
            program.wait(10)
    for fault in dict.fromkeys(faults):
        print("FAULT:", fault)
    sys.exit(1 if faults else 0)


main()
