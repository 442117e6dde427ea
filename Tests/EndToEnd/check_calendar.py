#!/usr/bin/env python3
"""Whether an iCalendar file is what RFC 5545 asks for: check_calendar.py FILE [--keeps EARLIER]

Checks the bytes (line ends, folding), then reads it with the icalendar package, whose errors count, and looks at every
event. With --keeps all events of the earlier file that still begin alike keep their UIDs. Ends with 1 and a sentence.
"""

import sys
from datetime import timezone

import icalendar


def fail(sentence):
    sys.exit(f"{sys.argv[1]}: {sentence}")


def events(path):
    data = open(path, "rb").read()
    if not data.endswith(b"\r\n"):
        fail("it does not end with CRLF")
    lines = data.split(b"\r\n")
    if any(b"\n" in line or b"\r" in line for line in lines):
        fail("a line ends with something else than CRLF")
    if any(len(line) > 75 for line in lines):
        fail("a line is longer than 75 octets")
    for line in lines:
        line.decode("utf-8")  # no character is cut in two
    calendar = icalendar.Calendar.from_ical(data)
    if calendar.errors:
        fail(f"the calendar has errors: {calendar.errors}")
    for name in ("PRODID", "VERSION"):
        if name not in calendar:
            fail(f"it has no {name}")
    if str(calendar["VERSION"]) != "2.0" or str(calendar["METHOD"]) != "PUBLISH":
        fail("version or method is another")
    found = {}
    for event in calendar.walk("VEVENT"):
        if event.errors:
            fail(f"an event has errors: {event.errors}")
        for name in ("UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY"):
            if name not in event:
                fail(f"an event has no {name}")
        start, end = event.decoded("dtstart"), event.decoded("dtend")
        if start.utcoffset() != timezone.utc.utcoffset(None) or end.utcoffset() != timezone.utc.utcoffset(None):
            fail(f"{start} or {end} is not UTC")
        if not start < end:
            fail(f"{start} is not before {end}")
        uid = str(event["UID"])
        if uid in found:
            fail(f"the UID {uid} comes twice")
        found[uid] = (start, str(event["SUMMARY"]))
        for alarm in event.walk("VALARM"):
            if alarm.errors or "TRIGGER" not in alarm or "ACTION" not in alarm:
                fail("an alarm lacks something")
    if calendar.to_ical() is None or not found:
        fail("it holds no event")
    return found


now = events(sys.argv[1])
if "--keeps" in sys.argv:
    before = events(sys.argv[sys.argv.index("--keeps") + 1])
    names = {value: uid for uid, value in now.items()}
    kept = [uid for uid, value in before.items() if names.get(value) == uid]
    renamed = [value for uid, value in before.items() if value in names and names[value] != uid]
    if renamed or len(kept) < len(before) - 2:
        fail(f"shifts changed their UIDs: {renamed}")
