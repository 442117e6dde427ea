#!/usr/bin/env python3
"""Runs `sitrep postmortem check --json` over a folder of post-mortems and counts which lines are flagged.

check.py SITREP FOLDER     the words of each finding that is no action item without an owner: add --show
"""

import collections
import json
import pathlib
import subprocess
import sys
import time

JUDGING = {f"B{n:02}" for n in (1, 2, 3, 4, 5, 6, 8, 9, 13)}
"""The rules that are about people; the others are about words and shape."""


def main():
    sitrep, folder = sys.argv[1:3]
    show = "--show" in sys.argv
    files = sorted(pathlib.Path(folder).rglob("*.md"))
    lines = flagged = personal = 0
    rules, levels = collections.Counter(), collections.Counter()
    began = time.perf_counter()
    for file in files:
        run = subprocess.run([sitrep, "postmortem", "check", str(file), "--json"], capture_output=True, text=True)
        found = json.loads(run.stdout)["findings"]
        lines += sum(1 for line in file.read_text(errors="replace").splitlines() if line.strip())
        flagged += len({f["line"] for f in found if f["level"] != "info" and f["rule"] != "B15"})
        personal += len({f["line"] for f in found if f["rule"] in JUDGING and f["level"] != "info"})
        for finding in found:
            rules[finding["rule"]] += 1
            levels[finding["level"]] += 1
            if show and finding["rule"] not in ("B15", "B18"):
                print(f'{file.name[:24]}:{finding["line"]} {finding["level"]} {finding["rule"]} {finding["words"]}')
    took = time.perf_counter() - began
    print(f"files {len(files)}  lines with text {lines}  flagged {flagged} (no action item counted for its owner or date)")
    print(f"lines flagged by a rule about people {personal}, left alone {lines - personal}")
    print("by level", dict(levels))
    print("by rule", dict(sorted(rules.items())))
    print(f"{took / max(len(files), 1) * 1000:.0f} ms a file, the start of the program included")


if __name__ == "__main__":
    main()
