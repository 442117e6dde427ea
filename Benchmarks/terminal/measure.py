#!/usr/bin/env python3
"""Measures the console beside programs that people call fast, all in one run.

    measure.py --sitrep .build/release/sitrep --work .build/bench --json .build/bench/terminal.json

Every time is taken when bytes are read from the terminal; the screen model is fed afterwards, so that its slowness is
in no figure. Without --sitrep only the peers are measured, which shows what the harness itself makes of a machine.
"""

import argparse
import contextlib
import json
import os
import random
import select
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from harness import alerts, figures, process, stores  # noqa: E402
from harness.alerta import Alerta, Unavailable  # noqa: E402
from harness.session import DOWN, UP, Died, Session  # noqa: E402


@dataclass
class Program:
    name: str
    command: list
    shows: str
    """What stands on its first screen once the rows are there."""
    folder: str = None
    environment: dict = field(default_factory=dict)

    def open(self):
        return Session(self.command, self.environment, self.folder)


def settled(session, program, silence=0.3):
    """Until the program's rows are there and nothing changes any more: the instant of the last change."""
    end, last = time.monotonic() + 20, None
    while time.monotonic() < end:
        changed = session.replay(session.until_silence(silence))[1]
        last = changed or last
        if session.screen.shows(program.shows):
            return last
    raise TimeoutError(f"{program.name} never showed {program.shows!r}:\n" + "\n".join(session.screen.lines))


def start(programs, runs):
    """Milliseconds from fork to the settled first screen; the programs take turns."""
    seen = {program.name: [] for program in programs}
    for _ in range(runs + 1):
        for program in programs:
            with program.open() as session:
                seen[program.name].append((settled(session, program) - session.started) * 1000)
    # The first round only warms the caches.
    return {name: {"median": figures.median(values[1:]), "best": min(values[1:])} for name, values in seen.items()}


def keys(programs, count, rounds=4, seed=1):
    """From a cursor key to the first change on the screen, and what was sent for it; the programs take turns, so that a
    machine that is slower for a while is so for all of them."""
    chance = random.Random(seed)
    seen = {program.name: KeyFigures() for program in programs}
    for _ in range(rounds):
        for program in programs:
            with program.open() as session:
                settled(session, program)
                for number in range(count // rounds):
                    seen[program.name].press(session, DOWN if number % 2 == 0 else UP, chance)
    return {name: figure.result(name) for name, figure in seen.items()}


@dataclass
class KeyFigures:
    times: list = field(default_factory=list)
    sent: list = field(default_factory=list)
    unanswered: int = 0

    def press(self, session, key, chance):
        session.replay(session.until_silence(chance.uniform(0.03, 0.08)))
        before = session.bytes
        at = session.send(key)
        changed = session.replay(session.until_silence(0.05, patience=0.6))[0]
        if changed is None:
            self.unanswered += 1
        else:
            self.times.append((changed - at) * 1000)
            self.sent.append(session.bytes - before)

    def result(self, name):
        if not self.times:
            raise Died(f"{name} answers no cursor key")
        return {"p50": figures.percentile(self.times, 0.5), "p95": figures.percentile(self.times, 0.95),
                "worst": max(self.times), "bytes": figures.median(self.sent), "unanswered": self.unanswered}


def idle(programs, seconds):
    """What doing nothing costs in a minute, all programs at the same time, and the memory afterwards."""
    sessions = {}
    try:
        for program in programs:
            sessions[program.name] = session = program.open()
            settled(session, program)
        drain(sessions.values(), 2)
        before = {name: (process.cost(session.pid), session.bytes) for name, session in sessions.items()}
        drain(sessions.values(), seconds)
        minute, result = 60 / seconds, {}
        for name, session in sessions.items():
            cpu, wakeups = process.spent(before[name][0], process.cost(session.pid))
            result[name] = {"cpu_ms": cpu * minute, "wakeups": wakeups * minute,
                            "bytes": (session.bytes - before[name][1]) * minute, "rss_mb": process.memory(session.pid)}
        return result
    finally:
        for session in sessions.values():
            session.close()


def drain(sessions, seconds):
    by_terminal = {session.terminal: session for session in sessions}
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        for ready in select.select(list(by_terminal), [], [], left)[0]:
            by_terminal[ready].read(0)


def less_event(log, count):
    """From a line appended to a file to `less +F` showing it."""
    times = []
    with Session(["less", "+F", str(log)]) as session:
        session.replay(session.until_silence(0.3))
        with open(log, "a", buffering=1) as file:
            for number in range(count):
                time.sleep(0.05)
                at = time.monotonic()
                file.write(f"appended {number}.\n")
                times.append((session.wait_for(f"appended {number}.") - at) * 1000)
    return {"p50": figures.percentile(times, 0.5), "p95": figures.percentile(times, 0.95), "worst": max(times)}


def alerta_top(stack, environment, folder, count=225):
    """Alerta's server with so many alerts, until the stack ends, and its console; why not, where there is none."""
    try:
        server = stack.enter_context(Alerta(environment, folder))
        for number in range(count):
            server.post(f"old-{number}")
        command, surroundings = server.top()
        top = Program("alerta top", command, f"Count: {count}", None, surroundings)
        with top.open() as session:
            settled(session, top)
        return server, top
    except (Unavailable, Died, OSError, RuntimeError) as trouble:
        print(f"terminal: alerta top is not measured: {trouble}", file=sys.stderr)
        stack.close()
        return None, None


def alerta_event(server, top, count):
    """From the answer to a posted alert to `alerta top` counting it: the alert itself stands behind the last row."""
    chance, held, times = random.Random(1), server.count(), []
    with top.open() as session:
        session.wait_for(f"Count: {held}")
        for number in range(1, count + 1):
            # It looks every two seconds; an alert comes at any moment between two looks.
            session.replay(session.until_silence(chance.uniform(0, 2), patience=2))
            answered = server.post(f"new-{number}")
            times.append(max(0, (session.wait_for(f"Count: {held + number}") - answered) * 1000))
    return {"p50": figures.percentile(times, 0.5), "p95": figures.percentile(times, 0.95), "worst": max(times)}


def sitrep_event(workshop, count):
    """From the webhook's answer to the alert's incident on the screen of a console that was already open."""
    path = workshop.folder / "events.db"
    for old in workshop.folder.glob("events.db*"):
        old.unlink()
    port = alerts.free_port()
    serve = subprocess.Popen(
        [workshop.sitrep, "--db", path, "serve", "--listen", f"127.0.0.1:{port}"],
        env={**os.environ, **workshop.environment}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    times = []
    try:
        alerts.wait_until_ready(port)
        alerts.post(port, alerts.webhook("0"))
        with Session([workshop.sitrep, "--db", str(path)], workshop.environment) as session:
            session.wait_for("SEV")
            session.replay(session.until_silence(0.3))
            for number in range(1, count + 1):
                answered = alerts.post(port, alerts.webhook(str(number)))
                times.append(max(0, (session.wait_for(f"service-{number}") - answered) * 1000))
                session.replay(session.until_silence(0.1, patience=1))
                open_ones = json.loads(workshop.run("--db", path, "incident", "list", "--json").stdout)
                for row in open_ones:
                    workshop.run("--db", path, "incident", "cancel", row["label"], "--because", "false_alarm")
                session.replay(session.until_silence(0.2, patience=2))
    finally:
        serve.send_signal(signal.SIGTERM)
        serve.wait(10)
    return {"p50": figures.percentile(times, 0.5), "p95": figures.percentile(times, 0.95), "worst": max(times)}


def search(workshop, path, words):
    """From Enter behind a word to the page that holds what was found, through the console."""
    times = []
    with Session([workshop.sitrep, "--db", str(path)], workshop.environment) as session:
        session.wait_for("SITREP")
        session.replay(session.until_silence(0.3))
        session.send(b"4")
        session.replay(session.until_silence(0.3, patience=3))
        for word in words:
            session.send(b"/")
            session.replay(session.until_silence(0.15, patience=2))
            session.send(word.encode())
            session.replay(session.until_silence(0.15, patience=2))
            at = session.send(b"\r")
            last = session.replay(session.until_silence(0.3, patience=4))[1]
            if last is None:
                raise Died(f"searching for {word!r} changed nothing on the screen")
            times.append((last - at) * 1000)
    return {"p50": figures.percentile(times, 0.5), "p95": figures.percentile(times, 0.95), "worst": max(times)}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--sitrep", type=Path)
    parser.add_argument("--work", type=Path, default=Path(".build/bench"))
    parser.add_argument("--json", type=Path, default=Path(".build/bench/terminal.json"))
    parser.add_argument("--alerta", type=Path, default=Path(".build/bench-alerta-venv"), help="its Python environment")
    parser.add_argument("--incidents", type=int, default=10_000)
    parser.add_argument("--events", type=int, default=1_000_000)
    parser.add_argument("--runs", type=int, default=10)
    parser.add_argument("--keys", type=int, default=120)
    parser.add_argument("--idle", type=float, default=60)
    given = parser.parse_args()

    workshop = stores.Workshop((given.sitrep or Path("sitrep")).resolve(), given.work.resolve())
    tig_environment = {"HOME": str(workshop.folder / "home")}
    tig = Program("tig", ["tig"], "#12000", str(workshop.repository(12_000)), tig_environment)
    htop = Program("htop", ["htop"], "PID", None, {"HOME": str(workshop.folder / "home")})
    programs, own = [tig, htop], []
    if given.sitrep:
        large = workshop.store("large", given.incidents, given.events)
        small = workshop.store("small", max(1, given.incidents // 100), max(100, given.events // 100))
        own = [Program(name, [workshop.sitrep, "--db", str(path)], "SEV", None, workshop.environment)
               for name, path in (("sitrep", large), ("sitrep (1 % of it)", small))]

    taken = {"machine": process.machine()}
    with contextlib.ExitStack() as stack:
        server, top = alerta_top(stack, given.alerta, workshop.folder)
        peers = [top] if top else []
        # It answers no cursor key, so that its keys are not measured.
        measure_all(taken, [
            ("start", lambda: start(own + programs + peers, given.runs)),
            ("idle", lambda: idle(own + programs + peers, given.idle)),
            ("alerta top", lambda: alerta_event(server, top, 12) if top else None)])
    measure_all(taken, [
        ("keys", lambda: keys(own + programs, given.keys)),
        ("less +F", lambda: less_event(workshop.log(1000), 20)),
        ("event", lambda: sitrep_event(workshop, 20) if own else None),
        ("search", lambda: search(workshop, large, SEARCHED) if own else None)])
    figures.write(given.json, taken)


def measure_all(taken, parts):
    """Takes one part after the other; one that fails is None and stops no other."""
    for name, measure in parts:
        print(f"terminal: {name} …", file=sys.stderr, flush=True)
        try:
            taken[name] = measure()
        except (Died, TimeoutError, RuntimeError, subprocess.CalledProcessError) as trouble:
            print(f"terminal: {name} failed: {trouble}", file=sys.stderr)
            print(getattr(trouble, "stderr", None) or "", file=sys.stderr)
            taken[name] = None


SEARCHED = ["latency", "checkout", "rollback", "replica", "disk", "timeout", "deploy", "queue", "memory", "certificate",
            "redis", "lag", "restart", "cache", "error rate", "database", "payments", "search", "upstream", "failover"]

if __name__ == "__main__":
    main()
