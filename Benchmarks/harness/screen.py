"""A screen that understands what ncurses sends to an xterm."""

import re

import pyte

# Sequences that change nothing on the screen and that pyte would misread: private modes with "<", "=", ">" in front.
PRIVATE = re.compile(rb"\x1b\[[<=>][0-9;:]*[ -/]*[@-~]")
# The tail of a sequence that the next read will finish.
UNFINISHED = re.compile(rb"(?:\x1b(?:\[[0-9;:<=>?]*[ -/]*)?|[\xc2-\xf4][\x80-\xbf]{0,2})\Z")


class _Screen(pyte.Screen):
    last = " "

    def draw(self, data):
        if data:
            self.last = data[-1]
        super().draw(data)

    def repeat_last(self, count=1, **_):
        super().draw(self.last * (count or 1))

    def scroll_up(self, count=1, **_):
        self._scroll(count or 1, self.delete_lines)

    def scroll_down(self, count=1, **_):
        self._scroll(count or 1, self.insert_lines)

    def _scroll(self, count, move):
        column, row = self.cursor.x, self.cursor.y
        self.cursor.y = self.margins.top if self.margins else 0
        move(count)
        self.cursor.x, self.cursor.y = column, row


class _Stream(pyte.ByteStream):
    csi = {**pyte.ByteStream.csi, "b": "repeat_last", "S": "scroll_up", "T": "scroll_down"}
    events = pyte.ByteStream.events | {"repeat_last", "scroll_up", "scroll_down"}


class Screen:
    """Takes the bytes of a program and shows what stands on its screen."""

    def __init__(self, columns, rows):
        self._screen = _Screen(columns, rows)
        self._stream = _Stream(self._screen)
        self._rest = b""

    def feed(self, data):
        data = self._rest + data
        cut = UNFINISHED.search(data)
        self._rest = data[cut.start():] if cut else b""
        self._stream.feed(PRIVATE.sub(b"", data[:cut.start()] if cut else data))

    @property
    def lines(self):
        return self._screen.display

    @property
    def is_blank(self):
        return not any(line.strip() for line in self.lines)

    def shows(self, text):
        return any(text in line for line in self.lines)

    def picture(self):
        """Everything a person sees, to be compared: characters, colours, the cursor where it is visible."""
        screen = self._screen
        cells = tuple(tuple(screen.buffer[row][column] for column in range(screen.columns))
                      for row in range(screen.lines))
        cursor = screen.cursor
        return cells, None if cursor.hidden else (cursor.x, cursor.y)
