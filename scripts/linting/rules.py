"""The rules. Each takes a file and yields (line number, sentence)."""

import re
from pathlib import PurePosixPath

from . import house
from .swift_text import mask, nesting

LONGEST_FILE = 300
FORBIDDEN_NAMES = {"Util", "Utils", "Utility", "Utilities", "Helper", "Helpers", "Manager", "Misc", "Base", "Impl",
                   "Common"}


class SwiftFile:
    """One source: its path from the top of the repository, its text, and its code without comments and strings."""

    def __init__(self, path, text):
        self.path = PurePosixPath(path)
        self.text = text
        self.lines = text.split("\n")
        self.code = mask(text)
        self.code_lines = self.code.split("\n")
        parts = self.path.parts
        self.is_source = parts[0] == "Sources"
        name = parts[1] if len(parts) > 1 else ""
        self.room = house.BY_NAME.get(name) if self.is_source else None


IMPORT = re.compile(
    r"^\s*(?:@[\w()]+\s+)*(?:package\s+|internal\s+|private\s+|fileprivate\s+|public\s+)?import\s+"
    r"(?:(?:struct|class|enum|protocol|func|var|let|typealias)\s+)?(\w+)")


def imports(file):
    """Only what the room may import."""
    room = file.room
    if room is None:
        if file.is_source and len(file.path.parts) > 2:
            yield 1, f"the room {file.path.parts[1]} is not in scripts/linting/house.py"
        return
    allowed = room.rooms | room.third_party | room.system
    for number, line in enumerate(file.code_lines, 1):
        found = IMPORT.match(line)
        if not found:
            continue
        module = found.group(1)
        if module in allowed:
            continue
        beginnings = room.only_in.get(module)
        if beginnings is None:
            yield number, f"{room.name} may not import {module}"
        elif not file.path.name.startswith(beginnings):
            yield number, f"{room.name} may import {module} only in {', '.join(b + '*.swift' for b in beginnings)}"


IMPURE = [
    (r"\bDate\s*(?:\.init\s*)?\(\s*\)|\bDate\.now\b|\.timeIntervalSinceNow\b", "reads the clock"),
    (r"\b(?:ContinuousClock|SuspendingClock|DispatchTime|ProcessInfo)\b|\bclock_gettime\b|\bgettimeofday\b",
     "reads the clock or the process"),
    (r"\bUUID\s*\(", "makes a random name"),
    (r"\.random\s*\(|\.randomElement\s*\(|\.shuffled?\s*\(\s*\)|\bSystemRandomNumberGenerator\b|\barc4random",
     "is random"),
    (r"\bgetenv\b|\bsetenv\b|\.environment\b", "reads the environment"),
    (r"(?<![.\w])(?:print|debugPrint|readLine|dump)\s*\(", "reads or writes"),
    (r"\b(?:FileManager|FileHandle|URLSession|InputStream|OutputStream)\b|\bcontentsOfFile\b|\bcontentsOf:\s*URL\b"
     r"|(?<![.\w])(?:fopen|fwrite|fputs|exit)\s*\(", "does I/O"),
    (r"\bTask\.sleep\b|(?<![.\w])u?sleep\s*\(|\bDispatchQueue\b|\bThread\b", "waits or makes threads"),
]
IMPURE = [(re.compile(pattern), why) for pattern, why in IMPURE]


def purity(file):
    """A room that only thinks takes time, chance and the outside as values."""
    if file.room is None or not file.room.is_pure:
        return
    for number, line in enumerate(file.code_lines, 1):
        for pattern, why in IMPURE:
            found = pattern.search(line)
            if found and not re.search(r"\b(?:func|case)\s+$", line[:found.start()]):
                yield number, f"{file.room.name} is a pure room, and {found.group(0).strip()} {why}"


def length(file):
    """No source longer than a person reads at once."""
    count = len(file.lines) - (1 if file.text.endswith("\n") else 0)
    if file.is_source and count > LONGEST_FILE:
        yield LONGEST_FILE, f"{count} lines; {LONGEST_FILE} is the most: a second thing wants its own file"


DECLARED = re.compile(r"\b(?:struct|class|enum|protocol|actor|typealias|macro)\s+(\w+)")


def names(file):
    """Whole words of the field: a name that fits everything says nothing."""
    for number, name in [(1, file.path.name.split(".")[0])] + [
            (number, found.group(1)) for number, line in enumerate(file.code_lines, 1)
            for found in DECLARED.finditer(line)]:
        for word in re.findall(r"[A-Z][a-z0-9]+|[A-Z]+(?![a-z])|[a-z]+", name):
            if word in FORBIDDEN_NAMES:
                yield number, f"{name}: “{word}” says nothing of what it is; name the thing"


def access(file):
    """`package` between rooms; nothing of this is a library for others."""
    if not file.is_source:
        return
    for number, line in enumerate(file.code_lines, 1):
        if re.match(r"^\s*(?:@[\w()]+\s+)*(?:public|open)\s+\w", line):
            yield number, "no public: rooms see each other through package"


RISKY = re.compile(
    r"\bfatalError\b|\bpreconditionFailure\b|\btry!|\bas!|@unchecked\b|\bnonisolated\(unsafe\)")


def risky(file):
    """What can end the process or silence the compiler carries its reason on the line above."""
    if not file.is_source:
        return
    for number, line in enumerate(file.code_lines, 1):
        found = RISKY.search(line)
        if found and not _comment_above(file, number):
            yield number, f"{found.group(0)} wants its reason in a comment on the line above"


def _comment_above(file, number):
    above = number - 2
    while above >= 0 and re.match(r"^\s*@\w+", file.lines[above]):
        above -= 1
    return above >= 0 and file.lines[above].strip().startswith("//")


def unfinished(file):
    """Nothing is left for later inside the code."""
    for number, line in enumerate(file.lines, 1):
        found = re.search(r"\b(?:TODO|FIXME|XXX|HACK)\b", line)
        if found and "//" in line[:found.start()]:
            yield number, f"{found.group(0)}: finish it, or write an issue and leave the code whole"


def waiting(file):
    """A test waits for what it is about, never for time."""
    if file.path.parts[0] != "Tests":
        return
    for number, line in enumerate(file.code_lines, 1):
        found = re.search(r"\bTask\.sleep\b|(?<![.\w])u?sleep\s*\(|\bThread\.sleep\b", line)
        if found and not _comment_above(file, number):
            yield number, f"{found.group(0).strip()}: a test waits for what happens, not for time"


TOP = re.compile(
    r"^\s*(?:@[\w.()]+\s+)*package\s+(?:(?:final|indirect|static|nonisolated|mutating|consuming|borrowing)\s+)*"
    r"(?:struct|class|enum|protocol|actor|typealias|func|var|let)\s+([^\s(:<=]+)")
TYPE = re.compile(
    r"^\s*(?:@[\w.()]+\s+)*package\s+(?:(?:final|indirect)\s+)*(?:struct|class|enum|protocol|actor)\s+(\w+)")


def documentation(file):
    """What another room can use says in a sentence what it is: every type, and all that stands by itself."""
    if not file.is_source:
        return
    for number, (line, depth) in enumerate(zip(file.code_lines, nesting(file.code)), 1):
        found = (TOP if depth == 0 else TYPE).match(line)
        if found and not _documented(file, number):
            yield number, f"{found.group(1)} is seen by other rooms and wants a doc comment"


def _documented(file, number):
    above = number - 2
    while above >= 0 and re.match(r"^\s*@", file.lines[above]):
        above -= 1
    return above >= 0 and file.lines[above].strip().startswith("///")


RULES = [imports, purity, length, names, access, risky, unfinished, waiting, documentation]


def check(path, text):
    """All that the rules say of one file: (line, sentence, rule's name)."""
    file = SwiftFile(path, text)
    return sorted((number, sentence, rule.__name__) for rule in RULES for number, sentence in rule(file))
