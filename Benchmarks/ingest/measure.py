#!/usr/bin/env python3
"""Measures durable ingest over HTTP, beside plain SQLite and Alerta on PostgreSQL on the same disk in the same run.

    measure.py --sitrep .build/release/sitrep --work .build/bench --json .build/bench/ingest.json

Each kind runs several times in turn with its peers, and the median counts: on a shared machine one run says little.
"""

import argparse
import json
import os
import signal
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from harness import alerts, figures, process, stores  # noqa: E402
from harness.alerta import Alerta, Unavailable  # noqa: E402
from harness.paging import Paging  # noqa: E402
from harness.session import Session  # noqa: E402

HERE = Path(__file__).resolve().parent
CONNECTIONS = 64
# Webhooks with one alert beside single-row transactions, with sixty beside transactions of a hundred rows.
KINDS = {"single": (1, 1), "group": (60, 100)}


def sqlite(program, folder, rows, seconds):
    printed = subprocess.run([program, folder / "plain.db", str(seconds), str(rows)], check=True,
                             stdout=subprocess.PIPE, text=True).stdout
    for old in folder.glob("plain.db*"):
        old.unlink()
    return json.loads(printed)


def events(port):
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/status.json", timeout=10) as answer:
        return json.load(answer)["position"]


def sender(port, count, seconds, run, script="webhooks.lua"):
    """wrk on its way, with so many alerts in each webhook."""
    return subprocess.Popen(
        ["wrk", "-t", "1", "-c", str(CONNECTIONS), "-d", f"{seconds}s", "--timeout", "10s", "-s",
         HERE / script, f"http://127.0.0.1:{port}"],
        stdout=subprocess.PIPE, text=True, env={**os.environ, "LUA_PATH": f"{HERE}/?.lua;;", "ALERTS": str(count), "RUN": str(run)})


def load(port, count, seconds, run):
    """What wrk saw, and how many alerts a second became events; one that was answered and is not there is an error."""
    before = events(port)
    seen = outcome(sender(port, count, seconds, run))
    written = events(port) - before
    if written < seen["requests"] * count - seen["refused"] * count:
        raise RuntimeError(f"{seen['requests']} webhooks of {count} were answered, {written} events were written")
    seen["alerts_per_s"] = seen["webhooks_per_s"] * count
    return seen


def outcome(sending):
    """What wrk saw, once it has ended."""
    printed = sending.communicate()[0]
    if sending.returncode:
        raise RuntimeError(f"wrk ended with {sending.returncode}: {printed}")
    seen = json.loads(printed.strip().splitlines()[-1])
    seen["webhooks_per_s"] = (seen["requests"] - seen["refused"]) / seen["seconds"]
    return seen


def alerta(environment, folder, seconds, run):
    """The same of Alerta on a new database, one alert in each request; None where there is no Alerta."""
    try:
        with Alerta(environment, folder) as server:
            outcome(sender(server.port, 1, 1, run, "alerta.lua"))
            before = server.count()
            seen = outcome(sender(server.port, 1, seconds, run + 1, "alerta.lua"))
            written = server.count() - before
    except (Unavailable, OSError, RuntimeError) as trouble:
        print(f"ingest: Alerta is not measured: {trouble}", file=sys.stderr)
        return None
    if written < seen["requests"] - seen["refused"]:
        raise RuntimeError(f"Alerta answered {seen['requests']} alerts and wrote {written}")
    return seen


def measure(workshop, paging, environment, rounds, seconds):
    folder = workshop.folder
    program = folder / "sqlite_inserts"
    subprocess.run(["cc", "-O2", "-o", program, HERE / "sqlite_inserts.c", "-lsqlite3"], check=True)
    taken = {kind: {"sitrep": [], "sqlite": []} for kind in KINDS}
    peer, memory = [], 0
    for round_number in range(rounds):
        # Where it cannot be had once it is not asked for again.
        if None not in peer:
            peer.append(alerta(environment, folder, seconds, 2 * round_number))
        for kind, (count, rows) in KINDS.items():
            taken[kind]["sqlite"].append(sqlite(program, folder, rows, max(1, seconds // 2)))
            port, path = alerts.free_port(), folder / "ingest.db"
            for old in folder.glob("ingest.db*"):
                old.unlink()
            serve = subprocess.Popen(
                [workshop.sitrep, "--db", str(path), "serve", "--listen", f"127.0.0.1:{port}"],
                env={**os.environ, **paging.environment}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            try:
                alerts.wait_until_ready(port)
                load(port, count, 1, 2 * round_number)
                taken[kind]["sitrep"].append(load(port, count, seconds, int(time.time()) + round_number))
                memory = max(memory, process.memory(serve.pid))
            finally:
                serve.send_signal(signal.SIGTERM)
                serve.wait(30)
    for old in folder.glob("ingest.db*"):
        old.unlink()
    result = {kind: summary(each) for kind, each in taken.items()}
    result["memory_mb"] = memory
    result["alerta"] = None if None in peer else middle(peer, "webhooks_per_s")
    return result


def acknowledge(workshop, paging, count):
    """From `a` in an open console to the acknowledged incident on its screen, while the daemon takes in all it can."""
    path, port, times = workshop.folder / "ingest.db", alerts.free_port(), []
    for old in workshop.folder.glob("ingest.db*"):
        old.unlink()
    serve = subprocess.Popen(
        [workshop.sitrep, "--db", str(path), "serve", "--listen", f"127.0.0.1:{port}"],
        env={**os.environ, **paging.environment}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    sending = None
    try:
        alerts.wait_until_ready(port)
        for number in range(1, count + 1):
            alerts.post(port, alerts.webhook(str(number)))
        sending = sender(port, 1, 600, int(time.time()))
        with Session([workshop.sitrep, "--db", str(path)], paging.environment) as session:
            session.wait_for("SEV")
            for number in range(1, count + 1):
                session.send(f":{number}\r".encode())
                session.wait_for(f"event {number} ")
                session.replay(session.until_silence(0.1, patience=0.3))
                at = session.send(b"a")
                times.append((session.wait_for("Acknowledged") - at) * 1000)
                session.send(b"q")
                session.wait_for("enter open")
    finally:
        if sending:
            sending.kill()
            sending.wait()
        serve.send_signal(signal.SIGTERM)
        serve.wait(30)
    return {"count": count, "p50": figures.percentile(times, 0.5), "p99": figures.percentile(times, 0.99),
            "worst": max(times)}


def summary(each):
    """The round whose rate is the median one, with SQLite's of that measure."""
    own, plain = middle(each["sitrep"], "alerts_per_s"), middle(each["sqlite"], "rows_per_s")
    return {"sitrep": own, "sqlite": plain, "ratio": own["alerts_per_s"] / plain["rows_per_s"],
            "rates": [round(seen["alerts_per_s"]) for seen in each["sitrep"]]}


def middle(rounds, rate):
    return sorted(rounds, key=lambda seen: seen[rate])[(len(rounds) - 1) // 2]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--sitrep", type=Path, required=True)
    parser.add_argument("--work", type=Path, default=Path(".build/bench"))
    parser.add_argument("--json", type=Path, default=Path(".build/bench/ingest.json"))
    parser.add_argument("--alerta", type=Path, default=Path(".build/bench-alerta-venv"), help="its Python environment")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=int, default=6)
    parser.add_argument("--acknowledges", type=int, default=100)
    # The stores that the other measurements share are of no use here.
    parser.add_argument("--incidents", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--events", type=int, help=argparse.SUPPRESS)
    given = parser.parse_args()

    workshop = stores.Workshop(given.sitrep.resolve(), given.work.resolve())
    # Those of webhooks.lua, and those that the acknowledging posts.
    services = [f"service-{number}" for number in range(max(50, given.acknowledges + 1))]
    with Paging(workshop, services) as paging:
        print("ingest: beside plain SQLite and Alerta …", file=sys.stderr, flush=True)
        taken = {"machine": process.machine(), **measure(workshop, paging, given.alerta, given.rounds, given.seconds)}
        print("ingest: acknowledging meanwhile …", file=sys.stderr, flush=True)
        taken["acknowledge"] = acknowledge(workshop, paging, given.acknowledges)
        taken["pages"] = paging.pages
    for old in workshop.folder.glob("ingest.db*"):
        old.unlink()
    figures.write(given.json, taken)
    for kind in KINDS:
        seen = taken[kind]
        print(f"{kind}: {seen['sitrep']['alerts_per_s']:,.0f} alerts/s, p50 {seen['sitrep']['p50_ms']:.1f} ms, "
              f"p99 {seen['sitrep']['p99_ms']:.1f} ms; SQLite {seen['sqlite']['rows_per_s']:,.0f} rows/s; "
              f"ratio {seen['ratio']:.2f}", file=sys.stderr)
    if taken["alerta"]:
        print(f"Alerta: {taken['alerta']['webhooks_per_s']:,.0f} alerts/s, p50 {taken['alerta']['p50_ms']:.1f} ms",
              file=sys.stderr)


if __name__ == "__main__":
    main()
