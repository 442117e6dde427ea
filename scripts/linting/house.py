"""The house: its rooms from the ground up, what each may import, and which of them only think."""

from dataclasses import dataclass, field

SYSTEM = {"Dispatch", "Foundation", "FoundationEssentials", "Glibc", "Musl", "Synchronization"}


@dataclass(frozen=True)
class Room:
    name: str
    rooms: frozenset
    """Our own rooms that it may import; each stands below it."""
    third_party: frozenset = frozenset()
    system: frozenset = frozenset()
    only_in: dict = field(default_factory=dict)
    """Modules that a few files alone may import: module -> beginnings of their file names."""
    is_pure: bool = False


def thinking(name, rooms="", third_party="", system="", **only_in):
    return Room(name, frozenset(rooms.split()), frozenset(third_party.split()), frozenset(system.split()),
                only_in, is_pure=True)


def hands(name, rooms="", third_party=""):
    return Room(name, frozenset(rooms.split()), frozenset(third_party.split()), frozenset(SYSTEM))


DOMAIN = "EventLog Incidents OnCall Procedures Review Comms"

ROOMS = [
    # Below the line: pure values. No I/O, no clock, no randomness; the libraries named are pure themselves.
    thinking("EventLog", third_party="Crypto", system="FoundationEssentials"),
    thinking("Incidents", "EventLog"),
    thinking("OnCall", "EventLog Incidents", Foundation=("Zone",)),
    thinking("Procedures", "EventLog Incidents CMarkdown", "Yams"),
    thinking("Review", "EventLog Incidents", "Mustache"),
    thinking("Comms", "EventLog Incidents", "Mustache"),
    thinking("Commands", DOMAIN),
    thinking("Screens", DOMAIN + " Commands"),
    # Above the line: hands.
    hands("Ledger", "EventLog", "GRDB GRDBSQLite"),
    hands("Delivery", "EventLog CProcess", "Crypto AsyncHTTPClient NIOCore NIOHTTP1 NIOPosix NIOSSL"),
    hands("Settings", DOMAIN, "Yams"),
    hands("Desk", DOMAIN + " Commands Ledger"),
    hands("Watch", "EventLog Ledger Delivery"),
    hands("Intake", "EventLog Incidents Commands Desk", "Crypto Hummingbird HTTPTypes NIOCore Logging ServiceLifecycle"),
    hands("Terminal", "Screens CTerminal CProcess"),
    hands("Console", "EventLog Incidents Commands Screens Terminal Desk"),
    hands("sitrep", DOMAIN + " Commands Screens Ledger Delivery Settings Desk Watch Intake Terminal Console CProcess",
          "ArgumentParser Hummingbird HTTPTypes Logging ServiceLifecycle UnixSignals"),
]

BY_NAME = {room.name: room for room in ROOMS}

C_ROOMS = {"CTerminal", "CProcess", "CMarkdown"}

MODULES_OF_A_PRODUCT = {"Hummingbird": {"Hummingbird", "HTTPTypes"}}
"""Which modules come with a product of a dependency, where it is not just the one of the same name."""


def disorder():
    """Sentences on what is wrong with the list itself: an arrow that points upwards."""
    wrong, below = [], set(C_ROOMS)
    for room in ROOMS:
        for other in sorted(room.rooms - below):
            wrong.append(f"{room.name} may import {other}, which does not stand below it.")
        below.add(room.name)
    return wrong
