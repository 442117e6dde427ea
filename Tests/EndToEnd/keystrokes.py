#!/usr/bin/env python3
"""Counts the keys of the commonest tasks on the real program: keystrokes.py SITREP [TASK...]

Each task starts the console in a pseudo terminal, in a home of its own that is removed, presses as many keys as the
task may take beside its words, and looks in the store for what came of it. A task whose verb this program does not have
yet is left out by name.
"""

import json
import os
import re
import sys
import time

from terminal import PATIENCE, Broken, Console, Home

ENTER = b"\r"

ON_CALL = """people:
  mira:
    logins: [mira]
  jon:
    logins: [jon]
    phone: "+49 30 654321"
rotations:
  engineers:
    role: primary
    zone: Europe/Berlin
    start: 2026-01-05
    handoff: Monday 09:00
    length: 1w
    members: [mira, jon]
"""
SERVICES = """services:
  api:
    tier: 1
    runbooks: [slow-api]
"""
SENDING = """delivery:
  channels:
    modem: {{kind: command, run: [/bin/sh, -c, "cat >> {folder}/pages"]}}
    hook: {{kind: command, run: [/bin/true]}}
  pages:
    jon: [modem]
"""
COMMS = "channels: {internal: [hook], public: [hook]}\n"
RUNBOOK = "# Slow API\n\n1. Look at the dashboard\n2. Roll it back\n"


class Desk:
    """A console on a store with one incident, and the keys pressed on it so far."""

    def __init__(self, home, columns=120, rows=40):
        self.home = home
        self.console = Console(home, columns, rows, until=b"checkout")
        self.keys = 0

    def press(self, *keys):
        for key in keys:
            self.keys += 1
            self.console.type(key.encode() if isinstance(key, str) else key)
            self.console.read(0.05)

    def words(self, text):
        """The words of a task, which are not counted."""
        self.console.type(text.encode())
        self.console.read(0.05)

    def until(self, what, holds):
        end = time.monotonic() + PATIENCE
        while not holds():
            if time.monotonic() > end:
                raise Broken(f"{what} never came of it; the screen: {self.console.output[-400:]!r}")
            self.console.read(0.05)

    def shows(self, text, since=0):
        self.console.wait_for(text, since)

    def incident(self, number=1):
        return json.loads(self.home.verb("incident", "show", str(number), "--json"))


def entry(desk, text):
    return next((row for row in desk.incident()["timeline"] if text in row["text"]), None)


def acknowledge(home, desk):
    home.verb("incident", "unack", "1")
    desk.console.read(0.3)
    desk.press("a")
    desk.until("an acknowledge", lambda: desk.incident()["status"] == "acknowledged")


def runbook(home, desk):
    desk.press("r")
    desk.shows(b"Look at the dashboard")
    desk.until("a run", lambda: len(desk.incident()["runs"]) == 1)


def note(home, desk):
    desk.press("l")
    desk.words("the pool is empty")
    desk.press(ENTER)
    desk.until("a note", lambda: entry(desk, "the pool is empty"))


def backdated(home, desk):
    desk.press("l")
    desk.words("-12m a release went out")
    desk.press(ENTER)
    desk.until("a note", lambda: entry(desk, "a release went out"))
    row = entry(desk, "a release went out")
    if row["happened_at"][:16] >= row["recorded_at"][:16]:
        raise Broken(f"the note is not backdated: {row}")


def delegate(home, desk):
    desk.press("d")
    desk.words("jon replica lag 3m")
    desk.press(ENTER)
    desk.until("a task", lambda: [task["person"] for task in desk.incident()["tasks"]] == ["jon"])


def severity(home, desk):
    desk.press("s", "1")
    desk.until("a severity", lambda: desk.incident()["severity"] == "SEV1")


def plain(output):
    # Curses writes a run of blanks as a move of the cursor.
    return re.sub(rb"\x1b\[[0-9;?]*[A-Za-z]|\x1b\(B", b" ", output)


def who_is_next(home, desk):
    seen = plain(desk.console.output)
    if not re.search(rb"(mira|jon) +> +(mira|jon) +Mon +0[789]:00", seen):
        raise Broken(f"the header does not say who is next: {seen[:400]!r}")


def take_over(home, desk):
    def primary():
        return json.loads(home.verb("oncall", "who", "--json"))["primary"]

    before = primary()
    desk.press("2", "t", ENTER)
    desk.until("a shift", lambda: primary() != before)


def hand_over(home, desk):
    home.verb("incident", "role", "1", "commander", "mira")
    desk.console.read(0.3)
    desk.press(ENTER)
    desk.keys = 0  # Whoever has the command is in the room already.
    desk.press("H")
    desk.words("jo")
    desk.press(ENTER)
    desk.until("an offer", lambda: desk.incident()["next_commander"] == "jon")


def accept(home, desk):
    home.verb("incident", "role", "1", "commander", "mira")
    home.verb("incident", "role", "1", "commander", "jon", "--offer")
    desk.console.close()
    home.environment["SITREP_USER"] = "jon"
    desk.console = Console(home, 120, 40, until=b"checkout")
    desk.press(ENTER)
    desk.shows(b"What you take over")
    desk.keys = 0  # The brief is read by then.
    desk.press("y")
    desk.until("a hand-over", lambda: desk.incident()["commander"] == "jon")


def page(home, desk):
    # No daemon runs: the open console sends it, too.
    desk.press("p", "j")
    # An Enter counts once the words are in sight that say whom it wakes.
    desk.until("a preview", lambda: re.search(rb"pages +jon", plain(desk.console.output)))
    desk.press(ENTER)
    desk.until("a page", lambda: entry(desk, "Page to jon went out by modem"))
    with open(home.path + "/pages", encoding="utf-8") as file:
        if json.loads(file.readline())["recipient"] != "jon":
            raise Broken("somebody else was paged")
    if not re.search(rb"\+49 30 654321", plain(desk.console.output)):
        raise Broken("the number to dial is not shown")


def export(home, desk):
    desk.press("P", "e")
    folder = home.path + "/state/sitrep/exports"
    desk.until("a file", lambda: os.path.isdir(folder) and os.listdir(folder))


def tell_team(home, desk):
    desk.press("c")
    desk.shows(b"tell the team")
    desk.words("we roll back")
    desk.press(ENTER)
    desk.shows(b"To the team by hook")
    desk.press(ENTER)
    desk.until("a message", lambda: entry(desk, "To the team by hook"))
    told(home, "internal", "we roll back", entry(desk, "To the team by hook"))


def tell_public(home, desk):
    desk.press("c", b"\t")
    # Of the line, only what differs from the one to the team is drawn.
    desk.shows(b"public: ")
    desk.words("some pages are slow")
    desk.press(ENTER)
    desk.shows(b"Type 1 to go on")
    desk.press("1", ENTER)
    desk.until("a message", lambda: entry(desk, "To the public by hook"))
    told(home, "public", "some pages are slow", entry(desk, "To the public by hook"))


def told(home, audience, words, row):
    letters = json.loads(home.verb("letter", "list", "--all", "--json"))
    if words not in row["text"] or [letter["recipient"] for letter in letters] != [audience]:
        raise Broken(f"the message and its letter differ: {row}, {letters}")


def similar(home, desk):
    desk.press("~")
    desk.shows(b"search and checkout were slow")


# The task, the keys that it may take beside its words, what does it, and the verb without which it is left out.
TASKS = [
    ("acknowledge", 1, acknowledge, None), ("open its runbook", 1, runbook, None), ("log a note", 2, note, None),
    ("backdated note", 2, backdated, None), ("delegate with a timer", 2, delegate, ("incident", "task")),
    ("change severity", 2, severity, None), ("who is on call next", 0, who_is_next, None),
    ("take over on-call", 3, take_over, ("oncall", "take")), ("hand over command", 2, hand_over, ("incident", "role")),
    ("page someone else", 3, page, ("page",)),
    ("accept the command", 1, accept, ("incident", "role")), ("export the post-mortem", 2, export, None),
    ("tell the team", 3, tell_team, ("comms", "send")), ("tell the public", 5, tell_public, ("comms", "send")),
    ("find a similar past incident", 1, similar, ("incident", "similar")),
]


def furnish(home):
    folder = home.path + "/config/sitrep"
    os.makedirs(folder + "/runbooks")
    for name, text in [
        ("oncall.yaml", ON_CALL), ("services.yaml", SERVICES), ("comms.yaml", COMMS),
        ("runbooks/slow-api.md", RUNBOOK), ("sitrep.yaml", SENDING.format(folder=home.path)),
    ]:
        with open(f"{folder}/{name}", "w", encoding="utf-8") as file:
            file.write(text)
    home.verb("incident", "declare", "--title", "checkout is slow", "--severity", "SEV2", "--service", "api")
    home.verb("incident", "impact", "1", "Pages take ten seconds")
    home.verb("incident", "declare", "--title", "search and checkout were slow", "--severity", "SEV3", "--service", "api")
    home.verb("incident", "mitigate", "2")
    home.verb("incident", "resolve", "2", "--verified-by", "a look")
    home.verb("incident", "close", "2")


def has(home, verb):
    """A verb that is not there is no word of its group, whose help does not name it."""
    if verb is None:
        return True
    asked = home.verb(*verb[:-1], "--help")
    return re.search(rb"^\s+" + verb[-1].encode() + rb"\b", asked, re.MULTILINE) is not None


def main(program, names):
    failures = 0
    for name, allowed, task, verb in TASKS:
        if names and name not in names:
            continue
        home = Home(os.path.abspath(program))
        desk = None
        try:
            if not has(home, verb):
                print(f"later  {name}: there is no {' '.join(verb)} yet", flush=True)
                continue
            furnish(home)
            desk = Desk(home)
            task(home, desk)
            if desk.keys > allowed:
                raise Broken(f"{desk.keys} keys, {allowed} at most")
            print(f"ok     {name}: {desk.keys}", flush=True)
        except Broken as broken:
            failures += 1
            print(f"BROKEN {name}: {broken}", flush=True)
        finally:
            if desk:
                desk.console.close()
            home.remove()
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
