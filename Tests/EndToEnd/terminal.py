#!/usr/bin/env python3
"""Treats the console badly in a terminal of its own: terminal.py SITREP [CHECK...]

Each check starts the program in a pseudo terminal, in a home of its own that is removed, and says one line. Without
names all of them run: exits, crash, suspend, resize, keys, hostile. SITREP_SOAK=1 runs them with full counts.
"""

import errno
import fcntl
import os
import pty
import random
import re
import resource
import select
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time

SOAK = os.environ.get("SITREP_SOAK") == "1"
PATIENCE = 60.0
CTRL_L = b"\x0c"
ENTERED, LEFT = b"\x1b[?1049h", b"\x1b[?1049l"
PASTE_ON, PASTE_OFF = b"\x1b[?2004h", b"\x1b[?2004l"

# What whoever started us may have set to be ignored would be ignored by the program too.
HANDED_ON = [signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGTERM, signal.SIGPIPE, signal.SIGTSTP, signal.SIGTTOU]

# What must never reach a terminal from a text: each between two marks that are easy to find again.
HOSTILE = [
    "\x1b[2J", "\x1b[5;31m", "\x1b]0;stolen\x07", "\x1b]52;c;c3RvbGVu\x07", "\x1b]8;;http://stolen/\x07", "\x1bc",
    "\x1b[?1049l", "\x1bPstolen\x1b\\", "\x9b31m", "\x9d0;stolen\x9c", "\x07", "\x08\x08\x08", "\r", "\x0b", "\x7f",
    "\x0e", "\u202e", "\u2066", "\u2067", "\u2069", "\u200e", "\u200b", "\u2028", "\ufeff", "\u0301",
]
FORBIDDEN = re.compile("[\x80-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\x00-\x06\x0b\x0e-\x1a\x7f]")
# What curses itself sends for TERM=xterm-256color, and nothing else.
SEQUENCE = re.compile(r"\x1b(\[[0-9;?]*[ABCDGHJKLMPSTXbdhlmrt@]|\(B|[=>78M])")


class Broken(Exception):
    pass


class Home:
    """A home with a store, removed at the end."""

    def __init__(self, program):
        self.program = program
        self.path = tempfile.mkdtemp(prefix="sitrep-terminal-")
        self.environment = {
            "PATH": os.environ.get("PATH", "/usr/bin:/bin"), "HOME": self.path, "USER": "mira", "LOGNAME": "mira",
            "XDG_DATA_HOME": self.path + "/data", "XDG_STATE_HOME": self.path + "/state",
            "XDG_CONFIG_HOME": self.path + "/config", "XDG_RUNTIME_DIR": self.path, "TERM": "xterm-256color",
            "LANG": "C.UTF-8", "EDITOR": "true", "VISUAL": "true", "SWIFT_BACKTRACE": "enable=no",
        }

    def verb(self, *words):
        done = subprocess.run([self.program, *words], env=self.environment, cwd=self.path, capture_output=True,
                              timeout=PATIENCE, stdin=subprocess.DEVNULL)
        if done.returncode != 0:
            raise Broken(f"{words} ended with {done.returncode}: {done.stdout + done.stderr!r}")
        return done.stdout

    def declare(self, *titles):
        for title in titles:
            self.verb("incident", "declare", "--title", title, "--severity", "SEV3")

    def remove(self):
        shutil.rmtree(self.path, ignore_errors=True)


class Console:
    """The console in a pseudo terminal, of which both ends are at hand."""

    def __init__(self, home, columns=100, rows=30, until=b"TITLE"):
        self.output = b""
        self.has_ended = None
        self.terminal, other = pty.openpty()
        self.size(columns, rows)
        # A copy of the other end stays open, so that the modes can be read after the program's end.
        self.other = other
        self.modes = termios.tcgetattr(other)
        self.process = os.fork()
        if self.process == 0:
            try:
                os.setsid()
                fcntl.ioctl(other, termios.TIOCSCTTY, 0)
                for descriptor in (0, 1, 2):
                    os.dup2(other, descriptor)
                os.closerange(3, 256)
                signal.pthread_sigmask(signal.SIG_SETMASK, [])
                for number in HANDED_ON:
                    signal.signal(number, signal.SIG_DFL)
                resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
                os.chdir(home.path)
                os.execve(home.program, [home.program], home.environment)
            finally:
                os._exit(127)
        if until:
            self.wait_for(until)

    def size(self, columns, rows):
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))

    def read(self, seconds):
        """Takes in what arrives until nothing does for so long."""
        while True:
            ready, _, _ = select.select([self.terminal], [], [], seconds)
            if not ready:
                return
            try:
                part = os.read(self.terminal, 65536)
            except OSError as error:
                if error.errno == errno.EIO:
                    return
                raise
            if not part:
                return
            self.output += part

    def wait_for(self, text, since=0):
        end = time.monotonic() + PATIENCE
        while text not in self.output[since:]:
            if time.monotonic() > end:
                raise Broken(f"{text!r} never came; the last bytes: {self.output[-300:]!r}")
            if self.status() is not None:
                raise Broken(f"ended with {self.status()} before {text!r} came: {self.output[-300:]!r}")
            self.read(0.02)

    def type(self, keys):
        try:
            os.write(self.terminal, keys)
        except OSError as error:
            if error.errno != errno.EIO:
                raise

    def status(self):
        """The exit code as a shell gives it; None while it runs."""
        if self.has_ended is None:
            done, status = os.waitpid(self.process, os.WNOHANG)
            if done:
                self.has_ended = (os.WEXITSTATUS(status) if os.WIFEXITED(status) else 128 + os.WTERMSIG(status))
        return self.has_ended

    def wait(self):
        end = time.monotonic() + PATIENCE
        while self.status() is None:
            if time.monotonic() > end:
                raise Broken("it does not end")
            if self.terminal >= 0:
                self.read(0.01)
            else:
                time.sleep(0.01)
        if self.terminal >= 0:
            self.read(0.02)
        return self.has_ended

    def answers(self):
        """The screen is drawn again when asked for."""
        since = len(self.output)
        self.type(CTRL_L)
        self.wait_for(b"SITREP", since)

    def is_given_back(self):
        """Raises unless the terminal is as it was found."""
        if termios.tcgetattr(self.other) != self.modes:
            raise Broken("the terminal's modes are not as they were")
        for on, off in ((ENTERED, LEFT), (PASTE_ON, PASTE_OFF), (b"\x1b[?1h", b"\x1b[?1l")):
            if on in self.output and self.output.rfind(off) < self.output.rfind(on):
                raise Broken(f"{on!r} was not taken back")
        if self.output.rfind(b"\x1b[?25l") > max(self.output.rfind(b"\x1b[?25h"), self.output.rfind(b"\x1b[?12l")):
            raise Broken("the cursor is still hidden")

    def close(self):
        if self.status() is None:
            os.kill(self.process, signal.SIGKILL)
            os.waitpid(self.process, 0)
            self.has_ended = 137
        for descriptor in (self.terminal, self.other):
            if descriptor >= 0:
                os.close(descriptor)
        self.terminal = self.other = -1


def expect_code(console, wanted, what):
    code = console.wait()
    if code != wanted:
        raise Broken(f"after {what}: ended with {code}, not {wanted}; {console.output[-300:]!r}")


def started(home, act, **how):
    console = Console(home, **how)
    try:
        act(console)
    finally:
        console.close()


def check_exits(home):
    cases = [(signal.SIGTERM, 143), (signal.SIGHUP, 129), (signal.SIGINT, 130), (signal.SIGQUIT, 131)]
    for number, code in cases:
        def end(console):
            os.kill(console.process, number)
            expect_code(console, code, number.name)
            console.is_given_back()
        started(home, end)

    def leave(console):
        console.type(b"q")
        expect_code(console, 0, "q")
        console.is_given_back()
    started(home, leave)

    def hang_up(console):
        os.close(console.other)
        os.close(console.terminal)
        console.terminal = console.other = -1
        expect_code(console, 129, "the terminal was closed")
    started(home, hang_up)
    return f"{len(cases)} signals, q and a closed terminal"


def check_crash(home):
    numbers = [signal.SIGSEGV, signal.SIGABRT, signal.SIGILL]
    for number in numbers:
        def crash(console):
            os.kill(console.process, number)
            expect_code(console, 128 + number, number.name)
            console.is_given_back()
            if b"the terminal was restored" not in console.output:
                raise Broken("it does not say that it crashed")
        started(home, crash)
    return f"{len(numbers)} crashes"


def state_of(process):
    with open(f"/proc/{process}/stat", encoding="utf-8") as file:
        return file.read().rsplit(")", 1)[1].split()[0]


def check_suspend(home):
    def suspend(console):
        for _ in range(2):
            console.type(b"\x1a")
            end = time.monotonic() + PATIENCE
            while state_of(console.process) != "T":
                if time.monotonic() > end:
                    raise Broken("^Z does not stop it")
                console.read(0.01)
            console.read(0.05)
            console.is_given_back()
            since = len(console.output)
            os.kill(console.process, signal.SIGCONT)
            console.wait_for(b"TITLE", since)
            if ENTERED not in console.output[since:]:
                raise Broken("it did not take the screen again")
        console.answers()
        console.type(b"q")
        expect_code(console, 0, "q")
        console.is_given_back()
    started(home, suspend)
    return "stopped and continued twice"


def check_resize(home):
    seed = random.randrange(2**32) if SOAK else 7
    numbers = random.Random(seed)
    count = 2_000 if SOAK else 40

    def storm(console):
        sizes = [(1, 1), (300, 100)] + [(numbers.randint(1, 300), numbers.randint(1, 100)) for _ in range(count)]
        for columns, rows in sizes:
            console.size(columns, rows)
            console.type(numbers.choice([b"j", b"k", b"?", b"\x1b[B", b""]))
            console.read(numbers.choice([0.001, 0.01]))
            if console.status() is not None:
                raise Broken(f"seed {seed}: ended with {console.status()} at {columns}x{rows}")
        console.size(100, 30)
        console.type(b"\x1b[D")
        console.answers()
        console.type(b"qqq")
        expect_code(console, 0, f"{count} sizes, seed {seed}")
        console.is_given_back()
    started(home, storm)
    return f"{count + 2} sizes"


def keys(numbers):
    """One thing that a person, a paste or line noise could send."""
    kind = numbers.random()
    if kind < 0.6:
        return bytes([numbers.randrange(0x20, 0x7F)])
    if kind < 0.8:
        return numbers.choice([b"\x1b[A", b"\x1b[B", b"\x1b[C", b"\x1b[D", b"\x1bOA", b"\x1b[5~", b"\x1b[6~", b"\x1b[H",
                               b"\x1b[3~", b"\x1b[Z", b"\x1bOP", b"\x1b[1;5C", b"\r", b"\t", b"\x7f", b"\x1b"])
    if kind < 0.88:
        # ^Z stops it and ^\ ends it: they have checks of their own.
        return bytes([numbers.choice([n for n in range(1, 0x20) if n not in (0x03, 0x1A, 0x1C)])])
    if kind < 0.93:
        return "".join(chr(numbers.choice([0xE9, 0x20AC, 0x4E2D, 0x1F600, 0x301, 0x202E])) for _ in range(2)).encode()
    if kind < 0.96:
        return b"\x1b[200~" + noise(numbers, 20) + b"\x1b[201~"
    return noise(numbers, 3)


def noise(numbers, count):
    """Any bytes but those that the terminal itself makes signals of, in a paste as well."""
    return bytes(n for n in (numbers.randrange(256) for _ in range(count)) if n not in (0x03, 0x1A, 0x1C))


def check_keys(home):
    count = 100_000 if SOAK else 500
    seed = random.randrange(2**32) if SOAK else 11
    numbers = random.Random(seed)
    console = Console(home)
    starts = 1
    try:
        for place in range(count):
            console.type(keys(numbers))
            console.read(0.002 if place % 10 else 0.01)
            # q at the top leaves, which is no failure.
            code = console.status()
            if code == 0:
                console.is_given_back()
                console.close()
                console = Console(home)
                starts += 1
            elif code is not None:
                raise Broken(f"seed {seed}: ended with {code} after {place + 1} keys")
        console.type(b"\x1b[201~\x07")
        console.read(0.05)
        if console.status() is None:
            console.answers()
            os.kill(console.process, signal.SIGTERM)
            expect_code(console, 143, f"{count} keys, seed {seed}")
        console.is_given_back()
    finally:
        console.close()
    return f"{count} keys, {starts} starts"


def forbidden_in(output, what):
    text = SEQUENCE.sub("", output.decode("utf-8", "backslashreplace"))
    found = FORBIDDEN.search(text) or re.search("\x1b", text)
    if found:
        raise Broken(f"{what}: {text[max(0, found.start() - 40):found.end() + 40]!r}")
    # A sequence that curses sends as well is told by what stands before it; a mark may stand on the letter.
    for stolen in HOSTILE:
        if stolen != "\u0301" and f"wo{stolen}".encode() in output:
            raise Broken(f"{what}: {stolen!r} reached the terminal")


def check_hostile(home):
    groups = [HOSTILE[place::6] for place in range(6)]
    home.declare(*["wo" + "wo".join(group) + "ow" for group in groups])
    home.verb("log", "--as", "jon", "-i", "1", f"wo{'wo'.join(HOSTILE)}ow")
    for verb in (["incident", "list"], ["incident", "show", "1"], ["next"]):
        forbidden_in(home.verb(*verb), " ".join(verb))

    def look(console):
        for press in (b"", b"j" * 3, b"G", b"g", b"\r", b"\t", b"\x1b[D", b"?", b"q"):
            console.type(press)
            console.read(0.05)
        forbidden_in(console.output, "the console")
        if console.output.count(LEFT) > 0:
            raise Broken("a title left the alternate screen")
        os.kill(console.process, signal.SIGTERM)
        expect_code(console, 143, "SIGTERM")
    started(home, look)
    return f"{len(HOSTILE)} texts"


CHECKS = {"exits": check_exits, "crash": check_crash, "suspend": check_suspend, "resize": check_resize,
          "keys": check_keys, "hostile": check_hostile}


def main(program, names):
    failures = 0
    for name in names or CHECKS:
        home = Home(os.path.abspath(program))
        start = time.monotonic()
        try:
            home.declare("checkout fails for some", "queue grows")
            print(f"ok    {name}: {CHECKS[name](home)} ({time.monotonic() - start:.1f} s)", flush=True)
        except Broken as broken:
            failures += 1
            print(f"BROKEN {name}: {broken}", flush=True)
        finally:
            home.remove()
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
