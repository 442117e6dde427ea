"""A program in a terminal of its own, with every read stamped."""

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time

from .screen import Screen

SIZE = (120, 40)
# What xterm-256color sends once the program has asked for application keys, as ncurses does.
DOWN, UP = b"\x1bOB", b"\x1bOA"
DEVICE_QUERY, DEVICE_ANSWER = b"\x1b[c", b"\x1b[?62;22c"


class Died(Exception):
    """The program ended while it was being measured."""


class Session:
    """Starts the program at once; `started` is the instant before the fork, in seconds of the monotonic clock."""

    def __init__(self, command, environment=None, folder=None, size=SIZE):
        self.command = command
        self.screen = Screen(*size)
        self.bytes = 0
        surroundings = {**os.environ, "TERM": "xterm-256color", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8",
                        **(environment or {})}
        surroundings.pop("NO_COLOR", None)
        self.started = time.monotonic()
        self.pid, self.terminal = pty.fork()
        if not self.pid:
            try:
                fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))
                if folder:
                    os.chdir(folder)
                os.execvpe(command[0], command, surroundings)
            finally:
                os._exit(127)

    def send(self, keys):
        """Writes and says when."""
        at = time.monotonic()
        os.write(self.terminal, keys)
        return at

    def read(self, timeout):
        """What arrives within the time, with its instant; None where nothing does."""
        if not select.select([self.terminal], [], [], max(timeout, 0))[0]:
            return None
        at = time.monotonic()
        try:
            data = os.read(self.terminal, 1 << 20)
        except OSError:
            data = b""
        if not data:
            raise Died(f"{' '.join(self.command)} ended:\n" + "\n".join(
                line.rstrip() for line in self.screen.lines if line.strip()))
        self.bytes += len(data)
        if DEVICE_QUERY in data:
            os.write(self.terminal, DEVICE_ANSWER)
        return at, data

    def until_silence(self, silence, patience=10.0):
        """All reads until nothing came for so long; they are shown on the screen one by one by `replay`."""
        reads, end = [], time.monotonic() + patience
        while time.monotonic() < end:
            read = self.read(silence)
            if read is None:
                break
            reads.append(read)
        return reads

    def replay(self, reads):
        """Feeds the reads to the screen; the instants of the first and the last that changed the picture."""
        first = last = None
        before = self.screen.picture()
        for at, data in reads:
            self.screen.feed(data)
            after = self.screen.picture()
            if after != before:
                first, last = first or at, at
            before = after
        return first, last

    def wait_for(self, text, patience=20.0):
        """Until the text stands on the screen: the instant of the read that brought it."""
        end = time.monotonic() + patience
        while time.monotonic() < end:
            read = self.read(0.25)
            if read is None:
                continue
            self.screen.feed(read[1])
            if self.screen.shows(text):
                return read[0]
        raise TimeoutError(f"{self.command[0]} never showed {text!r}:\n" + "\n".join(self.screen.lines))

    def close(self):
        for sign in (signal.SIGTERM, signal.SIGKILL):
            try:
                os.kill(self.pid, sign)
            except ProcessLookupError:
                pass
            end = time.monotonic() + 2
            while time.monotonic() < end:
                try:
                    self.read(0.02)
                except Died:
                    pass
                if os.waitpid(self.pid, os.WNOHANG)[0]:
                    os.close(self.terminal)
                    return
        os.close(self.terminal)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()
