"""Consoles of several people on one store, all read at once, each read stamped when it arrives."""

import collections
import os
import random
import select
import shutil
import signal
import subprocess
import sys
import threading
import time

from terminal import PATIENCE, Broken, Home, state_of

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "Benchmarks"))
from harness.session import Died, Session  # noqa: E402

LOGINS = ["mira", "jon", "lea", "tom"]
SAID = ["nia", "ben"]
# What a group of users of one's own takes. The last two people share a login that is nobody's.
TOOLS = ["groupadd", "useradd", "userdel", "groupdel", "setpriv", "install"]


class Team(Home):
    """A store of a group with users of its own where they can be made; else a store of one login."""

    def __init__(self, program):
        super().__init__(program)
        os.chmod(self.path, 0o755)
        self.users = {}
        self.group = None
        self.environment.update(SITREP_DB=self.path + "/team/sitrep.db", SITREP_CONFIG=self.path + "/etc")
        try:
            if os.geteuid() == 0 and all(map(shutil.which, TOOLS)):
                self._share()
            self._name_people()
        except BaseException:
            self.remove()
            raise

    @property
    def is_shared(self):
        return self.group is not None

    def _share(self):
        mark = f"wr{random.randrange(36**4):x}"
        self.group = mark + "g"
        tool("groupadd", self.group)
        for place, person in enumerate([*LOGINS, "guest"]):
            user = f"{mark}{place}"
            tool("useradd", "-M", "-N", "-G", self.group, user)
            self.users[person] = user
            folder = f"{self.path}/home-{user}"
            os.mkdir(folder)
            tool("chown", user, folder)
        # Others may not look into the folder that the program was built in, so they run a copy.
        tool("install", "-m", "755", self.program, self.path + "/sitrep")
        self.program = self.path + "/sitrep"
        self.verb("config", "init", "--team", self.group)

    def _name_people(self):
        os.makedirs(self.path + "/etc", exist_ok=True)
        lines = ["people:"]
        for person in LOGINS + SAID:
            login = self.users.get(person)
            lines += [f"  {person}:", f"    logins: [{login}]" if login else f"    name: {person.title()}"]
        path = self.path + "/etc/oncall.yaml"
        with open(path, "w", encoding="utf-8") as file:
            file.write("\n".join(lines) + "\n")
        if self.is_shared:
            os.chmod(path, 0o660)
            tool("chgrp", self.group, path)

    def command(self, person, *words):
        """The words of a process that this person starts, and what surrounds it."""
        surroundings = dict(self.environment)
        if not self.is_shared:
            return [self.program, "--as", person, *words], surroundings
        user = self.users.get(person, self.users["guest"])
        home = f"{self.path}/home-{user}"
        surroundings.update(
            HOME=home, USER=user, LOGNAME=user, XDG_DATA_HOME=home + "/data", XDG_STATE_HOME=home + "/state",
            XDG_CONFIG_HOME=home + "/config", XDG_RUNTIME_DIR=home)
        through = ["setpriv", f"--reuid={user}", "--regid=nogroup", "--init-groups", "--", self.program]
        return through + ([] if person in self.users else ["--as", person]) + list(words), surroundings

    def act(self, person, *words):
        command, surroundings = self.command(person, *words)
        done = subprocess.run(command, env=surroundings, cwd=self.path, capture_output=True, timeout=PATIENCE,
                              stdin=subprocess.DEVNULL)
        if done.returncode != 0:
            raise Broken(f"{words} by {person} ended with {done.returncode}: {done.stdout + done.stderr!r}")
        return done.stdout

    def remove(self):
        for user in self.users.values():
            subprocess.run(["userdel", user], capture_output=True)
        if self.group:
            subprocess.run(["groupdel", self.group], capture_output=True)
        super().remove()


def tool(*words):
    done = subprocess.run(words, capture_output=True, text=True, stdin=subprocess.DEVNULL)
    if done.returncode != 0:
        raise Broken(f"{' '.join(words)} failed: {done.stderr}")


class Seat(Session):
    """One person's console. What arrives is fed to the screen only by `look`, so that reading never waits for it."""

    def __init__(self, team, person):
        self.person = person
        self.reads = collections.deque()
        self.awaited = []
        self.is_watched = True
        self.has_gone = False
        command, surroundings = team.command(person)
        super().__init__(command, surroundings, team.path)

    def await_picture(self, holds, since, into, what):
        """Notes into a list how long after an instant the first picture came of which something holds."""
        self.awaited.append((holds, since, into, what))

    def look(self):
        """Brings the screen to what has arrived."""
        while self.reads:
            at, data = self.reads.popleft()
            self.screen.feed(data)
            if not self.awaited:
                continue
            lines = self.screen.lines
            left = []
            for wanted in self.awaited:
                holds, since, into, _ = wanted
                if at >= since and holds(lines):
                    into.append((at - since) * 1000)
                else:
                    left.append(wanted)
            self.awaited = left

    @property
    def words(self):
        """All that stands on the screen, with single blanks: a sentence is found however it was broken."""
        return " ".join(" ".join(self.screen.lines).split())

    def key(self, key, into, shows):
        """Presses a key and notes how long until the screen shows what it does."""
        self.await_picture(lambda lines: any(shows in line for line in lines), self.send(key.encode()), into, shows)

    def freeze(self, frozen):
        """As on a connection that stands still: nobody reads what the console writes."""
        self.is_watched = not frozen

    def signal(self, number):
        os.kill(self.pid, number)


class Watch:
    """Reads all seats in a thread of its own."""

    def __init__(self):
        self.seats = []
        self._lock = threading.Lock()
        self._is_over = False
        # The thread that feeds screens gives way at once to the one that stamps.
        sys.setswitchinterval(0.0002)
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def add(self, seat):
        with self._lock:
            self.seats.append(seat)
        return seat

    def close(self, seat):
        with self._lock:
            self.seats.remove(seat)
        seat.close()

    def end(self):
        self._is_over = True
        self._thread.join()
        for seat in list(self.seats):
            self.close(seat)

    def _run(self):
        while not self._is_over:
            with self._lock:
                seats = {seat.terminal: seat for seat in self.seats if seat.is_watched and not seat.has_gone}
            try:
                ready = select.select(list(seats), [], [], 0.02)[0]
            except (OSError, ValueError):
                continue
            with self._lock:
                for descriptor in ready:
                    seat = seats[descriptor]
                    if seat not in self.seats or not seat.is_watched:
                        continue
                    try:
                        read = seat.read(0)
                    except Died:
                        seat.has_gone = True
                        continue
                    if read:
                        seat.reads.append(read)


def until(what, holds, *seats):
    """Looks at these seats until something holds."""
    end = time.monotonic() + PATIENCE
    while True:
        for seat in seats:
            seat.look()
        if holds():
            return
        if time.monotonic() > end:
            pictures = "\n".join(f"--- {seat.person}\n" + "\n".join(map(str.rstrip, seat.screen.lines)) for seat in seats)
            raise Broken(f"{what} never came:\n{pictures}")
        time.sleep(0.005)


def at_once(seats, keys):
    """Gives each seat its key while all are stopped, then lets them go on: none has seen what another does."""
    for seat in seats:
        seat.signal(signal.SIGSTOP)
    end = time.monotonic() + PATIENCE
    while any(state_of(seat.pid) != "T" for seat in seats):
        if time.monotonic() > end:
            raise Broken("a console does not stop")
        time.sleep(0.001)
    for seat, key in zip(seats, keys):
        seat.send(key)
    for seat in seats:
        seat.signal(signal.SIGCONT)
