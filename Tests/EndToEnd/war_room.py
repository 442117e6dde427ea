#!/usr/bin/env python3
"""Six people in one room at once: war_room.py SITREP [--strict] [CHECK...]

Six consoles on one store, four of them under logins of their own where this is root (else all under one, each by --as).
Without names all checks run:

storm   all write, delegate, decide at once, and two at a time change severity and take command from the same picture
frozen  one console whose terminal nobody reads, while the others work
lost    a console that is hung up, and two that are killed, in the middle of a line

Times are reported; with --strict they are judged as well: the last change on all screens within 250 ms, a key on its own
within 50 ms (99 of 100). SITREP_SOAK=1 runs full counts. Needs pyte (python3-pyte, or what `make bench` installs).
"""

import importlib.util
import json
import os
import re
import signal
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))

if importlib.util.find_spec("pyte") is None:
    others = [os.path.join(HERE, "../../.build/bench-venv/bin/python"), "/usr/bin/python3"]
    python = next((path for path in others if os.path.exists(path) and path != sys.executable), None)
    if python is None or os.environ.get("SITREP_WAR_ROOM") == python:
        print("pyte is missing: apt-get install python3-pyte")
        sys.exit(69)
    os.environ["SITREP_WAR_ROOM"] = python
    os.execv(python, [python, *sys.argv])

from seats import LOGINS, SAID, Seat, Team, Watch, at_once, until  # noqa: E402
from terminal import CTRL_L, PATIENCE, SOAK, Broken  # noqa: E402
from harness.figures import percentile  # noqa: E402

ROUNDS, ENTRIES = (12, 6) if SOAK else (3, 2)
KEY_BUDGET, CHANGE_BUDGET = 50, 250
REFUSED = "changed since you looked"
# A person who types fast.
BETWEEN_KEYS = 0.03
MARK = re.compile(r"\bm\d+z\b")


class WarRoom:
    """Six consoles in the room of one incident, what was typed in them, and how long it took."""

    def __init__(self, program):
        self.team = Team(program)
        self.watch = Watch()
        self.typed = {"note": [], "decision": [], "task": []}
        self.keys, self.changes = [], []
        self.conflicts = {"severity": 0, "command": 0}
        self.seats = []
        self._count = 0
        self.team.act("mira", "incident", "declare", "--title", "checkout is slow", "--severity", "SEV3")
        self.seats = [self.sit_down(person) for person in LOGINS + SAID]

    def sit_down(self, person):
        seat = self.watch.add(Seat(self.team, person))
        until("the list", lambda: seat.screen.shows("checkout is slow"), seat)
        seat.send(b"\r")
        until("the room", lambda: re.search(r" #1 SEV\d checkout is slow", seat.words), seat)
        return seat

    def leave(self):
        self.watch.end()
        self.team.remove()

    def mark(self, kind):
        """A word that stands nowhere else."""
        self._count += 1
        word = f"m{self._count:04}z"
        self.typed[kind].append(word)
        return word

    def incident(self):
        return json.loads(self.team.act("mira", "incident", "show", "1", "--json"))

    # What one person does, key by key: each yield is the pause until the next key.

    def note(self, seat, text=None, keys=None):
        yield from self.begin(seat, text or self.mark("note"), self.keys if keys is None else keys)
        # Enter would overtake what has not been painted yet.
        yield from self.look_until("the last letter", lambda: not seat.awaited, seat)
        seat.send(b"\r")
        yield BETWEEN_KEYS

    def begin(self, seat, text, keys):
        seat.key("l", keys, "log #1:")
        yield BETWEEN_KEYS
        for place, letter in enumerate(text):
            seat.key(letter, keys, "log #1: " + text[:place + 1].rstrip())
            yield BETWEEN_KEYS

    def decide(self, seat):
        return self.note(seat, "/decision " + self.mark("decision"))

    def delegate(self, seat):
        seat.send(b"d")
        yield BETWEEN_KEYS
        seat.send(f"jon {self.mark('task')} 3m".encode())
        yield BETWEEN_KEYS
        seat.send(b"\r")
        yield BETWEEN_KEYS

    def work(self, seat, entries):
        for place in range(entries):
            for act in (self.note, self.delegate, self.decide)[:1 + 2 * (place % 2)]:
                yield from act(seat)

    def run(self, *works):
        """All works at once, each at its own pace."""
        due = {work: 0.0 for work in works}
        while due:
            now = time.monotonic()
            for work, at in list(due.items()):
                if at > now:
                    continue
                try:
                    due[work] = time.monotonic() + (next(work) or 0)
                except StopIteration:
                    del due[work]
            if due:
                time.sleep(max(0.0, min(min(due.values()) - time.monotonic(), BETWEEN_KEYS)))

    # Two who do the same from the same picture.

    def look_until(self, what, holds, *seats):
        """As `until`, while the others go on."""
        end = time.monotonic() + PATIENCE
        while True:
            for seat in seats:
                seat.look()
            if holds():
                return
            if time.monotonic() > end:
                until(what, holds, *seats)
            yield 0.005

    def quarrel(self, place, pair):
        """Both change the severity, then both take command, while the others work."""
        reset = self.mark("note")
        self.team.act(pair[0].person, "incident", "severity", "1", "SEV4", "--reason", reset)
        self.typed["note"].remove(reset)
        yield from self.look_until("the reset", lambda: all(seat.screen.shows(reset) for seat in pair), *pair)
        choices = [b"1", b"2"] if place % 2 else [b"2", b"1"]
        for seat in pair:
            seat.send(b"s")
        yield from self.look_until("the choice", lambda: all("SEV1 critical" in seat.words for seat in pair), *pair)
        yield from self.conflict("severity", pair, choices, reset)

        holder = self.incident()["commander"]
        for seat in pair:
            seat.send(b"i")
        yield from self.look_until("Commander", lambda: all("Commander (empty" in seat.words for seat in pair), *pair)
        if holder:
            for seat in pair:
                seat.send(b"\r")
            yield from self.look_until(
                "the reason", lambda: all("without a hand-over" in seat.words for seat in pair), *pair)
            for seat in pair:
                seat.send(reset.encode())
            yield from self.look_until(
                "its words", lambda: all(any("hand-over" in line and reset in line for line in seat.screen.lines)
                                         for seat in pair), *pair)
        yield from self.conflict("command", pair, [b"\r", b"\r"], reset)

    def conflict(self, what, pair, keys, reset):
        kind = {"severity": "severity", "command": "role"}[what]

        def standing():
            rows = self.incident()["timeline"]
            since = next(place for place, row in enumerate(rows) if reset in row["text"] and row["kind"] == "severity")
            return [row for row in rows[since + 1:] if row["kind"] == kind]

        at_once(pair, keys)
        yield from self.look_until(
            f"a word on the {what} that did not stand", lambda: any(REFUSED in seat.words for seat in pair), *pair)
        rows = standing()
        if len(rows) != 1:
            raise Broken(f"two changed the {what} from one picture, and {len(rows)} stand: {rows}")
        winner = rows[0]["actor"]
        losers = [seat for seat in pair if REFUSED in seat.words]
        if [seat.person for seat in losers] != [seat.person for seat in pair if seat.person != winner]:
            raise Broken(f"{winner} stands, but {[seat.person for seat in losers]} are told of it")
        loser = losers[0]
        # The question takes keys only once what has changed was painted.
        yield from self.look_until("the question", lambda: "all the same?" in loser.words, loser)
        if rows[0]["text"].split(":")[0] not in loser.words:
            raise Broken(f"{loser.person} is not shown {rows[0]['text']!r}: {loser.words}")
        loser.send(b"q")
        yield from self.look_until("the end of the question", lambda: "left as it is" in loser.words, loser)
        self.conflicts[what] += 1

    # One truth.

    def last_change(self, seats, writer):
        """One more note: how long until it stands on all these screens; then all of them show the same."""
        for seat in seats:
            seat.look()
        text = self.mark("note")
        self.run(self.note(writer, text, []))
        since = time.monotonic() - BETWEEN_KEYS
        into = []
        for seat in seats:
            # In the writer's own composer it stood already.
            seat.await_picture(
                lambda lines: any(text in line and "log #1:" not in line for line in lines), since, into, text)
        until("the last change", lambda: len(into) == len(seats), *seats)
        self.changes.append(max(into))
        until("one picture", lambda: len({self.picture(seat) for seat in seats}) == 1, *seats)
        for seat in seats:
            if left := [what for _, _, _, what in seat.awaited]:
                raise Broken(f"{seat.person} never saw {left}")

    @staticmethod
    def picture(seat):
        """What all must see alike: the entries in their order, the severity, the commander."""
        lines = seat.screen.lines
        # The facts beside the timeline name the others who are here, which is not the same for all.
        marks = [match[0] for line in lines[1:-4] for match in MARK.finditer(line.split("│")[0])]
        return tuple(marks[-15:]), tuple(re.findall(r"SEV\d|IC \w+", lines[0]))

    def every_line_once(self):
        shown = self.incident()
        if shown["earlier_entries"]:
            raise Broken(f"{shown['earlier_entries']} entries are not shown")
        for kind, marks in self.typed.items():
            for mark in marks:
                rows = [row for row in shown["timeline"] if row["kind"] == kind and mark in row["text"]]
                tasks = [task for task in shown["tasks"] if mark in task["text"]]
                if len(tasks if kind == "task" else rows) != 1:
                    raise Broken(f"the {kind} {mark} is there {len(rows)} times, as a task {len(tasks)} times")
        self.team.act("mira", "db", "verify")
        return sum(map(len, self.typed.values()))

    def figures(self, is_strict):
        """The times so far in words; they are forgotten."""
        keys, changes = sorted(self.keys), sorted(self.changes)
        self.keys.clear()
        self.changes.clear()
        p99 = percentile(keys, 0.99)
        words = (f"{len(keys)} keys p50 {percentile(keys, 0.5):.0f} p99 {p99:.0f} worst {keys[-1]:.0f} ms, "
                 f"last change on all screens within {changes[-1]:.0f} ms of {len(changes)}")
        if is_strict and (p99 > KEY_BUDGET or changes[-1] > CHANGE_BUDGET):
            raise Broken(f"slower than {KEY_BUDGET} and {CHANGE_BUDGET} ms: {words}")
        return words


def check_storm(room):
    for place in range(ROUNDS):
        first = 2 * (place + 2) % 6
        pair = [room.seats[first], room.seats[first + 1]]
        others = [seat for seat in room.seats if seat not in pair]
        room.run(*[room.work(seat, ENTRIES) for seat in others], room.quarrel(place, pair))
        room.last_change(room.seats, others[place % 4])
    lines = room.every_line_once()
    return (f"{lines} lines, each there once, {room.conflicts['severity']} quarrels over severity and "
            f"{room.conflicts['command']} over command, each shown; verified")


def check_frozen(room):
    frozen, *others = room.seats
    frozen.look()
    frozen.freeze(True)
    for _ in range(20):
        frozen.send(CTRL_L)
    for place in range(ROUNDS):
        room.run(*[room.work(seat, ENTRIES) for seat in others])
        room.last_change(others, others[place % 5])
    if frozen.reads:
        raise Broken("the frozen terminal was read")
    frozen.freeze(False)
    last = room.typed["note"][-1]
    until("what was missed", lambda: frozen.screen.shows(last), frozen)
    lines = room.every_line_once()
    return f"{lines} lines, each there once; the frozen console came back"


def check_lost(room):
    words = {}

    def type_half(seat):
        words[seat.person] = f"half a line of {seat.person}"
        yield from room.begin(seat, words[seat.person], room.keys)

    def end(seat, number):
        seat.signal(number)
        until(f"the end of {seat.person}", lambda: seat.has_gone, seat)
        room.watch.close(seat)

    # The last two share a login, and the file of its drafts.
    lost = [(room.seats[0], signal.SIGHUP), (room.seats[1], signal.SIGKILL), (room.seats[5], signal.SIGKILL)]
    for seat, number in lost:
        others = [other for other in room.seats if other is not seat]
        room.run(type_half(seat), *[room.work(other, ENTRIES) for other in others])
        end(seat, number)
        room.run(*[room.work(other, ENTRIES) for other in others])
        room.last_change(others, others[0])
        again = room.sit_down(seat.person)
        room.seats[room.seats.index(seat)] = again
        again.send(b"l")
        until(f"the draft of {seat.person}", lambda: again.screen.shows("log #1: " + words[seat.person]), again)
        again.send(b"\x15\x1b")
        until("the room", lambda: not again.screen.shows("log #1:"), again)
    lines = room.every_line_once()
    return f"{lines} lines, each there once; a hang-up and two kills, each draft there again"


CHECKS = {"storm": check_storm, "frozen": check_frozen, "lost": check_lost}


def main(program, words):
    is_strict = "--strict" in words
    names = [word for word in words if word != "--strict"] or list(CHECKS)
    failures = 0
    for name in names:
        start = time.monotonic()
        room = None
        try:
            room = WarRoom(os.path.abspath(program))
            said = CHECKS[name](room)
            who = "four logins and two by --as" if room.team.is_shared else "one login, six by --as"
            print(f"ok     {name}, {who}: {said}; {room.figures(is_strict)} ({time.monotonic() - start:.0f} s)", flush=True)
        except Broken as broken:
            failures += 1
            print(f"BROKEN {name}: {broken}", flush=True)
        finally:
            if room:
                room.leave()
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
