#!/usr/bin/env python3
"""Measures the log: rebuild, growth, export, flushes, and the daemon's memory beside Alertmanager's.

    measure.py --sitrep .build/release/sitrep --work .build/bench --json .build/bench/ledger.json

Everything goes through the binary's own verbs, process start included; where a figure would drown in that, many
repetitions share one process.
"""

import argparse
import http.client
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from harness import alerts, figures, process, stores  # noqa: E402
from harness.paging import Paging  # noqa: E402


def timed(workshop, *arguments, **options):
    """Seconds that one verb takes."""
    at = time.monotonic()
    workshop.run(*arguments, **options)
    return time.monotonic() - at


def copy(path, name):
    """A copy of a store that nobody has open."""
    target = path.with_name(name)
    for old in path.parent.glob(f"{name}*"):
        old.unlink()
    shutil.copy(path, target)
    wal = Path(f"{path}-wal")
    if wal.exists():
        shutil.copy(wal, f"{target}-wal")
    return target


def an_open_incident(workshop, path):
    rows = json.loads(workshop.run("--db", path, "incident", "list", "--json").stdout)
    if rows:
        return rows[0]["label"]
    workshop.run("--db", path, "incident", "declare", "--title", "Benchmark", "--severity", "SEV3", "--service", "web")
    return an_open_incident(workshop, path)


def rebuild(workshop, path, events):
    """Events a second, all projections and the search made anew from the log."""
    target = copy(path, "rebuild.db")
    seconds = timed(workshop, "--db", target, "db", "rebuild")
    verify = timed(workshop, "--db", target, "db", "verify")
    size = target.stat().st_size
    target.unlink()
    return {"events_per_s": events / seconds, "seconds": seconds, "verify_seconds": verify, "file_mb": size / 1e6}


def append(workshop, paths, count):
    """Milliseconds of `sitrep log`, process start included; the stores take turns."""
    copies = {name: copy(path, f"append-{name}.db") for name, path in paths.items()}
    numbers = {name: an_open_incident(workshop, path) for name, path in copies.items()}
    times = {name: [] for name in copies}
    for number in range(count + 3):
        for name, path in copies.items():
            times[name].append(1000 * timed(workshop, "--db", path, "log", f"entry {number}", "-i", numbers[name]))
    return {name: {"p50": figures.percentile(values[3:], 0.5), "p95": figures.percentile(values[3:], 0.95)}
            for name, values in times.items()}


def export(workshop, events):
    """Milliseconds of the post-mortem of one incident with so many events."""
    path = workshop.store("one-incident", 1, events)
    number = json.loads(workshop.run("--db", path, "incident", "list", "--all", "--json").stdout)[0]["label"]
    target = workshop.folder / "post-mortem.md"
    times = [1000 * timed(workshop, "--db", path, "postmortem", "export", number, "-o", target) for _ in range(6)][1:]
    return {"median": figures.median(times), "worst": max(times), "kilobytes": target.stat().st_size / 1000}


def flushes(workshop, count):
    """How often the kernel was asked to flush, for so many entries: one process each, and one daemon for all."""
    path = workshop.folder / "flushes.db"
    for old in workshop.folder.glob("flushes.db*"):
        old.unlink()
    number = an_open_incident(workshop, path)
    trace = workshop.folder / "flushes.txt"
    single = 0
    for entry in range(count):
        command = [workshop.sitrep, "--db", str(path), "log", f"entry {entry}", "-i", number]
        subprocess.run(["strace", "-f", "-c", "-e", "trace=fdatasync,fsync", "-o", trace, *command], check=True,
                       env={**os.environ, **workshop.environment}, stdout=subprocess.DEVNULL)
        single += counted(trace)
    port = alerts.free_port()
    serve = subprocess.Popen(
        ["strace", "-f", "-c", "-e", "trace=fdatasync,fsync", "-o", trace, workshop.sitrep, "--db", str(path),
         "serve", "--listen", f"127.0.0.1:{port}"],
        env={**os.environ, **workshop.environment}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    alerts.wait_until_ready(port)
    for entry in range(count):
        alerts.post(port, alerts.webhook(f"flush{entry}"))
    for child in process.family(serve.pid)[1:]:
        os.kill(child, signal.SIGTERM)
    serve.wait(20)
    return {"entries": count, "by_verbs": single, "by_daemon": counted(trace)}


def counted(trace):
    return sum(int(found[1]) for found in re.finditer(
        r"^\s*[\d.]+\s+[\d.]+\s+\d+\s+(\d+)(?:\s+\d+)?\s+(?:fdatasync|fsync)$", trace.read_text(), re.M))


def memory(workshop, count):
    """Resident memory of the daemon and of Alertmanager, each after the same number of alerts that it tells a receiver;
    for the daemon these are pages, and it is measured without them as well."""
    taken = {"alerts": count, "quiet_mb": serve_memory(workshop, workshop.environment, count)}
    with Paging(workshop, [f"service-memory{number}" for number in range(count)]) as paging:
        taken["sitrep_mb"] = serve_memory(workshop, paging.environment, count, lambda: paging.pages > 0)
        taken["pages"] = paging.pages
        taken["alertmanager_mb"] = alertmanager_memory(workshop, count, paging.port)
    return taken


def serve_memory(workshop, environment, count, has_told=lambda: True):
    path = workshop.folder / "memory.db"
    for old in workshop.folder.glob("memory.db*"):
        old.unlink()
    port = alerts.free_port()
    serve = subprocess.Popen(
        [workshop.sitrep, "--db", str(path), "serve", "--listen", f"127.0.0.1:{port}"],
        env={**os.environ, **environment}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        alerts.wait_until_ready(port)
        for number in range(count):
            alerts.post(port, alerts.webhook(f"memory{number}"))
        wait_until(has_told, "a page")
        return process.memory(serve.pid)
    finally:
        stop(serve)


def rest(workshop, seconds):
    """What a daemon costs that watches, may page and has nothing to do, in a minute; beside Alertmanager."""
    path = workshop.folder / "rest.db"
    for old in workshop.folder.glob("rest.db*"):
        old.unlink()
    with Paging(workshop, ["checkout"]) as paging:
        port = alerts.free_port()
        serve = subprocess.Popen(
            [workshop.sitrep, "--db", str(path), "serve", "--listen", f"127.0.0.1:{port}"],
            env={**os.environ, **paging.environment}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        peer = alertmanager(workshop, alerts.free_port(), paging.port)
        try:
            alerts.wait_until_ready(port)
            time.sleep(5)
            programs = {"sitrep": serve.pid, "alertmanager": peer.pid}
            before = {name: process.cost(pid) for name, pid in programs.items()}
            time.sleep(seconds)
            spent = {name: process.spent(before[name], process.cost(pid)) for name, pid in programs.items()}
        finally:
            stop(serve)
            stop(peer)
    return {name: {"cpu_ms": cpu * 60 / seconds, "wakeups": wakeups * 60 / seconds}
            for name, (cpu, wakeups) in spent.items()}


def wait_until(holds, what, patience=20):
    end = time.monotonic() + patience
    while not holds():
        if time.monotonic() > end:
            raise TimeoutError(f"{what} never came")
        time.sleep(0.05)


def alertmanager(workshop, port, receiver):
    folder = workshop.folder / "alertmanager"
    folder.mkdir(exist_ok=True)
    configuration = folder / "alertmanager.yml"
    configuration.write_text(
        "route: { receiver: all, group_wait: 0s }\nreceivers:\n  - name: all\n    webhook_configs:\n"
        f"      - url: http://127.0.0.1:{receiver}/\n")
    server = subprocess.Popen(
        ["prometheus-alertmanager", f"--config.file={configuration}", f"--storage.path={folder}/data",
         f"--web.listen-address=127.0.0.1:{port}", "--cluster.listen-address="],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        alerts.wait_until_ready(port, "/-/ready")
    except TimeoutError:
        stop(server)
        raise
    return server


def alertmanager_memory(workshop, count, receiver):
    port = alerts.free_port()
    server = alertmanager(workshop, port, receiver)
    try:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
        for number in range(count):
            body = json.dumps([json.loads(alerts.webhook(f"memory{number}"))["alerts"][0]])
            body = json.dumps([{key: json.loads(body)[0][key] for key in ("labels", "annotations", "startsAt")}])
            connection.request("POST", "/api/v2/alerts", body, {"Content-Type": "application/json"})
            answer = connection.getresponse()
            answer.read()
            if answer.status != 200:
                raise RuntimeError(f"Alertmanager answered {answer.status}")
        return process.memory(server.pid)
    finally:
        stop(server)


def stop(server):
    server.send_signal(signal.SIGTERM)
    try:
        server.wait(10)
    except subprocess.TimeoutExpired:
        server.kill()
        server.wait()


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--sitrep", type=Path, required=True)
    parser.add_argument("--work", type=Path, default=Path(".build/bench"))
    parser.add_argument("--json", type=Path, default=Path(".build/bench/ledger.json"))
    parser.add_argument("--incidents", type=int, default=10_000)
    parser.add_argument("--events", type=int, default=1_000_000)
    given = parser.parse_args()

    workshop = stores.Workshop(given.sitrep.resolve(), given.work.resolve())
    large = workshop.store("large", given.incidents, given.events)
    small = workshop.store("small", max(1, given.incidents // 100), max(100, given.events // 100))
    taken = {"machine": process.machine(), "events": given.events}
    for name, measure in [
            ("rebuild", lambda: rebuild(workshop, large, given.events)),
            ("append", lambda: append(workshop, {"large": large, "small": small}, 30)),
            ("export", lambda: export(workshop, 10_000)),
            ("flushes", lambda: flushes(workshop, 50)),
            ("memory", lambda: memory(workshop, 1000)),
            ("rest", lambda: rest(workshop, 60))]:
        print(f"ledger: {name} …", file=sys.stderr, flush=True)
        try:
            taken[name] = measure()
        except (OSError, RuntimeError, TimeoutError, LookupError, subprocess.CalledProcessError) as trouble:
            print(f"ledger: {name} failed: {trouble}\n{getattr(trouble, 'stderr', None) or ''}", file=sys.stderr)
            taken[name] = None
    figures.write(given.json, taken)


if __name__ == "__main__":
    main()
