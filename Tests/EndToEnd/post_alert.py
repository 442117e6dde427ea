#!/usr/bin/env python3
"""Posts one alert: post_alert.py URL firing|resolved|repeat

"firing" and "resolved" go to Alertmanager's API v2, as Prometheus would send them. "repeat" goes to Sitrep: the webhook
of the firing alert once more, as Alertmanager sends it after a time-out. When the alert began is kept in the home
folder, for all of them must tell the same episode.
"""

import json
import os
import sys
import urllib.request
from datetime import datetime, timedelta, timezone
from pathlib import Path

LABELS = {"alertname": "CheckoutErrorRate", "service": "checkout", "severity": "critical", "instance": "pay-1:9100"}
ANNOTATIONS = {"summary": "1 in 8 checkouts fails", "description": "5xx ratio of checkout above 5 % for 2 minutes"}


def written(moment):
    return moment.strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"


def fingerprint(labels):
    """FNV-1a over the sorted labels, as Prometheus computes it."""
    digest = 0xCBF29CE484222325
    for name in sorted(labels):
        for byte in [*name.encode(), 255, *labels[name].encode(), 255]:
            digest = (digest ^ byte) * 0x100000001B3 % 2**64
    return f"{digest:016x}"


def post(url, body):
    request = urllib.request.Request(url, json.dumps(body).encode(), {"Content-Type": "application/json"})
    urllib.request.urlopen(request, timeout=10).read()


def main(url, state):
    now = datetime.now(timezone.utc)
    kept = Path(os.environ["HOME"], "started")
    if not kept.exists():
        kept.write_text(written(now - timedelta(minutes=2)))
    alert = {"labels": LABELS, "annotations": ANNOTATIONS, "startsAt": kept.read_text(),
             "generatorURL": "http://prometheus.example:9090/graph?g0.expr=up"}
    if state == "resolved":
        alert["endsAt"] = written(now)
    if state != "repeat":
        post(f"{url}/api/v2/alerts", [alert])
        return
    alert |= {"status": "firing", "endsAt": "0001-01-01T00:00:00Z", "fingerprint": fingerprint(LABELS)}
    post(f"{url}/api/v1/alertmanager",
         {"version": "4", "status": "firing", "receiver": "sitrep", "truncatedAlerts": 0, "alerts": [alert],
          "groupKey": "{}:{alertname=\"CheckoutErrorRate\", service=\"checkout\"}"})


main(*sys.argv[1:3])
