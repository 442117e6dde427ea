#!/usr/bin/env python3
"""Measures durable ingest over HTTP, beside plain SQLite on the same disk in the same run.

    measure.py --sitrep .build/release/sitrep --work .build/bench --json .build/bench/ingest.json

Each kind runs several times in turn with SQLite's, and the median counts: on a shared machine one run says little.
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


def load(port, count, seconds, run):
    """What wrk saw, and how many alerts a second became events; one that was answered and is not there is an error."""
    before = events(port)
    printed = subprocess.run(
        ["wrk", "-t", "1", "-c", str(CONNECTIONS), "-d", f"{seconds}s", "--timeout", "10s", "-s",
         HERE / "webhooks.lua", f"http://127.0.0.1:{port}"],
        check=True, stdout=subprocess.PIPE, text=True, env={**os.environ, "ALERTS": str(count), "RUN": str(run)}).stdout
    seen = json.loads(printed.strip().splitlines()[-1])
    written = events(port) - before
    if written < seen["requests"] * count - seen["refused"] * count:
        raise RuntimeError(f"{seen['requests']} webhooks of {count} were answered, {written} events were written")
    seen["alerts_per_s"] = (seen["requests"] - seen["refused"]) * count / seen["seconds"]
    seen["webhooks_per_s"] = (seen["requests"] - seen["refused"]) / seen["seconds"]
    return seen


def measure(workshop, rounds, seconds):
    folder = workshop.folder
    program = folder / "sqlite_inserts"
    subprocess.run(["cc", "-O2", "-o", program, HERE / "sqlite_inserts.c", "-lsqlite3"], check=True)
    taken = {kind: {"sitrep": [], "sqlite": []} for kind in KINDS}
    memory = 0
    for round_number in range(rounds):
        for kind, (count, rows) in KINDS.items():
            taken[kind]["sqlite"].append(sqlite(program, folder, rows, max(1, seconds // 2)))
            port, path = alerts.free_port(), folder / "ingest.db"
            for old in folder.glob("ingest.db*"):
                old.unlink()
            serve = subprocess.Popen(
                [workshop.sitrep, "--db", str(path), "serve", "--listen", f"127.0.0.1:{port}"],
                env={**os.environ, **workshop.environment}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
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
    return result


def summary(each):
    """The round whose rate is the median one, with SQLite's of that measure."""
    own = sorted(each["sitrep"], key=lambda seen: seen["alerts_per_s"])[(len(each["sitrep"]) - 1) // 2]
    plain = sorted(each["sqlite"], key=lambda seen: seen["rows_per_s"])[(len(each["sqlite"]) - 1) // 2]
    return {"sitrep": own, "sqlite": plain, "ratio": own["alerts_per_s"] / plain["rows_per_s"],
            "rates": [round(seen["alerts_per_s"]) for seen in each["sitrep"]]}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--sitrep", type=Path, required=True)
    parser.add_argument("--work", type=Path, default=Path(".build/bench"))
    parser.add_argument("--json", type=Path, default=Path(".build/bench/ingest.json"))
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=int, default=6)
    # The stores that the other measurements share are of no use here.
    parser.add_argument("--incidents", type=int, help=argparse.SUPPRESS)
    parser.add_argument("--events", type=int, help=argparse.SUPPRESS)
    given = parser.parse_args()

    workshop = stores.Workshop(given.sitrep.resolve(), given.work.resolve())
    print("ingest: beside plain SQLite …", file=sys.stderr, flush=True)
    taken = {"machine": process.machine(), **measure(workshop, given.rounds, given.seconds)}
    figures.write(given.json, taken)
    for kind in KINDS:
        seen = taken[kind]
        print(f"{kind}: {seen['sitrep']['alerts_per_s']:,.0f} alerts/s, p50 {seen['sitrep']['p50_ms']:.1f} ms, "
              f"p99 {seen['sitrep']['p99_ms']:.1f} ms; SQLite {seen['sqlite']['rows_per_s']:,.0f} rows/s; "
              f"ratio {seen['ratio']:.2f}", file=sys.stderr)


if __name__ == "__main__":
    main()
