#!/usr/bin/env python3
"""Makes one Markdown table of what was measured, with the bar that each figure has to hold.

    report.py .build/bench/terminal.json .build/bench/ledger.json
"""

import json
import sys
import time
from pathlib import Path


def line(what, seen, beside, ratio, bar, holds):
    verdict = "-" if holds is None else "held" if holds else "**missed**"
    return f"| {what} | {seen} | {beside} | {ratio} | {bar} | {verdict} |"


def milliseconds(value):
    return f"{value:.1f} ms" if value < 100 else f"{value:,.0f} ms"


def compared(what, seen, peer, name, most, form, note=""):
    """A line on a figure that may be at most so many times the peer's, which is None where there is no peer."""
    bar = f"≤ {most:g} x {name}"
    if peer is None:
        return line(what + note, form(seen), f"{name}: not measured", "-", bar, None)
    ratio = seen / peer if peer else float("inf")
    return line(what + note, form(seen), f"{name} {form(peer)}", f"{ratio:.2f}", bar, seen <= most * peer)


def limited(what, seen, most, form, beside="-"):
    return line(what, form(seen), beside, "-", f"≤ {form(most)}", seen <= most)


def terminal_lines(taken):
    own, small, peer = "sitrep", "sitrep (1 % of it)", "alerta top"
    start, keys, idle, event = (taken.get(name) or {} for name in ("start", "keys", "idle", "event"))
    if own in start:
        yield compared("start to the settled first screen", start[own]["median"], start["tig"]["median"], "tig", 0.5,
                       milliseconds)
        yield compared("the same", start[own]["median"], start.get(peer, {}).get("median"), peer, 0.25, milliseconds)
        yield compared("start, whole store to 1 % of it", start[own]["median"], start[small]["median"], "1 %", 1.2,
                       milliseconds)
    if own in keys:
        yield compared("key to changed screen, p50", keys[own]["p50"], keys["htop"]["p50"], "htop", 1, milliseconds)
        yield limited("key to changed screen, p95", keys[own]["p95"], 3, milliseconds,
                      f"htop {keys['htop']['p95']:.1f} ms, tig {keys['tig']['p95']:.1f} ms")
        yield compared("bytes per cursor key", keys[own]["bytes"], keys["tig"]["bytes"], "tig", 1, "{:.0f}".format)
        yield compared("key, whole store to 1 % of it", keys[own]["p50"], keys[small]["p50"], "1 %", 1.2, milliseconds)
    if own in idle:
        yield compared("at rest: CPU in a minute", idle[own]["cpu_ms"], idle["htop"]["cpu_ms"], "htop", 0.15,
                       milliseconds)
        yield line("at rest: wake-ups in a minute", f"{idle[own]['wakeups']:.0f}",
                   f"htop {idle['htop']['wakeups']:.0f}", "-", "1 where all clocks are above a minute", None)
        yield compared("memory of the console", idle[own]["rss_mb"], idle.get(peer, {}).get("rss_mb"), peer, 1,
                       "{:.1f} MB".format)
    if event:
        beside = [f"{name} {milliseconds(taken[name]['p50']) if taken.get(name) else 'not measured'}"
                  for name in ("less +F", peer)]
        yield limited("webhook answered to changed screen, p50", event["p50"], 25, milliseconds, ", ".join(beside))
        yield limited("the same, p95", event["p95"], 60, milliseconds)
        yield limited("the same, worst", event["worst"], 250, milliseconds)
    if taken.get("search"):
        yield limited("search, Enter to the first page, p95", taken["search"]["p95"], 50, milliseconds)


def ledger_lines(taken):
    rebuild, append, flushes, memory, rest, export = (
        taken.get(name) or {} for name in ("rebuild", "append", "flushes", "memory", "rest", "export"))
    if append:
        yield compared("one entry by `sitrep log`, whole store to 1 % of it", append["large"]["p50"],
                       append["small"]["p50"], "1 %", 1.2, milliseconds)
    if export:
        yield limited("export of the post-mortem of 10,000 events", export["median"], 300, milliseconds)
    if rebuild:
        yield line("rebuild of all projections", f"{rebuild['events_per_s']:,.0f} events/s", "-", "-",
                   "≥ 50,000 events/s", rebuild["events_per_s"] >= 50_000)
        yield line("`db verify` of the whole chain", f"{rebuild['verify_seconds']:.1f} s",
                   f"file {rebuild['file_mb']:,.0f} MB", "-", "-", None)
    if flushes:
        count = flushes["entries"]
        yield line("flushes per entry, one verb each", f"{flushes['by_verbs'] / count:.1f}", f"{count} entries", "-",
                   "≥ 1", flushes["by_verbs"] >= count)
        yield line("flushes per webhook, one after the other", f"{flushes['by_daemon'] / count:.1f}",
                   f"{count} webhooks", "-", "≥ 1", flushes["by_daemon"] >= count)
    if memory:
        yield compared(f"memory of `sitrep serve` after {memory['alerts']:,} alerts and {memory['pages']} pages",
                       memory["sitrep_mb"], memory["alertmanager_mb"], "Alertmanager", 1, "{:.1f} MB".format)
        yield line("the same, where it pages nobody", f"{memory['quiet_mb']:.1f} MB", "-", "-", "-", None)
    if rest:
        own, peer = rest["sitrep"], rest["alertmanager"]
        yield line("`sitrep serve` at rest, watching: CPU in a minute", milliseconds(own["cpu_ms"]),
                   f"Alertmanager {milliseconds(peer['cpu_ms'])}", "-", "-", None)
        yield line("the same: wake-ups in a minute", f"{own['wakeups']:,.0f}",
                   f"Alertmanager {peer['wakeups']:,.0f}", "-", "-", None)


def ingest_lines(taken):
    for kind, words, least in [("single", "one alert per webhook, 64 connections", 0.25),
                               ("group", "60 alerts per webhook, 64 connections", 0.15)]:
        seen = taken.get(kind)
        if not seen:
            continue
        own, plain = seen["sitrep"], seen["sqlite"]
        rows = "single-row transactions" if kind == "single" else "transactions of 100"
        yield line(f"durable ingest, {words}", f"{own['alerts_per_s']:,.0f} alerts/s",
                   f"SQLite, {rows}: {plain['rows_per_s']:,.0f} rows/s", f"{seen['ratio']:.2f}",
                   f"≥ {least:g} x SQLite", seen["ratio"] >= least)
        if kind == "single":
            yield from beside_alerta(own, taken.get("alerta"))
    if taken.get("acknowledge"):
        seen = taken["acknowledge"]
        yield limited("`a` in a console to the acknowledged incident, during full ingest, p99", seen["p99"], 50,
                      milliseconds, f"p50 {milliseconds(seen['p50'])}, worst {milliseconds(seen['worst'])}")
    if taken.get("memory_mb"):
        yield line("memory of `sitrep serve` under that load", f"{taken['memory_mb']:.1f} MB", "-", "-", "-", None)


def beside_alerta(own, peer):
    rate = f"{own['webhooks_per_s']:,.0f} webhooks/s"
    answer, middle = milliseconds(own["p99_ms"]), f"p50 {milliseconds(own['p50_ms'])}"
    if not peer:
        yield line("the same", rate, "Alerta: not measured", "-", "≥ 20 x Alerta", None)
        yield line("the same: p99 of an answer", answer, f"{middle}; Alerta: not measured", "-", "≤ Alerta's p50", None)
        return
    ratio = own["webhooks_per_s"] / peer["webhooks_per_s"]
    yield line("the same", rate, f"Alerta {peer['webhooks_per_s']:,.0f} alerts/s", f"{ratio:.1f}", "≥ 20 x Alerta",
               ratio >= 20)
    yield line("the same: p99 of an answer", answer, f"{middle}; Alerta's p50 {milliseconds(peer['p50_ms'])}", "-",
               "≤ Alerta's p50", own["p99_ms"] <= peer["p50_ms"])


def main(paths):
    taken = {Path(path).stem: json.loads(Path(path).read_text()) for path in paths if Path(path).exists()}
    machine = next((each["machine"] for each in taken.values() if "machine" in each), "unknown machine")
    print(f"Measured {time.strftime('%Y-%m-%d', time.gmtime())} by `make bench` on {machine}.\n")
    print("| what | Sitrep | beside it | ratio | bar | |\n|---|---|---|---|---|---|")
    for each in [*terminal_lines(taken.get("terminal", {})), *ledger_lines(taken.get("ledger", {})),
                 *ingest_lines(taken.get("ingest", {}))]:
        print(each)


main(sys.argv[1:])
