"""Alerts to send, and the servers that take them."""

import http.client
import json
import socket
import time
import zlib


def free_port():
    """A port of the loopback that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def webhook(tag):
    """What Alertmanager sends for one firing alert."""
    now = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
    labels = {"alertname": f"Bench{tag}", "service": f"service-{tag}", "severity": "critical"}
    return json.dumps({
        "version": "4", "groupKey": f'{{}}:{{alertname="Bench{tag}"}}', "truncatedAlerts": 0, "status": "firing",
        "receiver": "sitrep", "groupLabels": {"alertname": f"Bench{tag}"}, "commonLabels": labels,
        "commonAnnotations": {"summary": f"event {tag}"}, "externalURL": "http://localhost:9093",
        "alerts": [{"status": "firing", "labels": labels, "annotations": {"summary": f"event {tag}"},
                    "startsAt": now, "endsAt": "0001-01-01T00:00:00Z", "generatorURL": "",
                    "fingerprint": f"{zlib.crc32(tag.encode()):016x}"}]})


def wait_until_ready(port, path="/readyz", patience=15):
    """Until the server on this port says that it is ready."""
    end = time.monotonic() + patience
    while True:
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=1)
            connection.request("GET", path)
            if connection.getresponse().status == 200:
                return
        except OSError:
            pass
        if time.monotonic() > end:
            raise TimeoutError(f"nothing on port {port} was ever ready")
        time.sleep(0.05)


def post(port, body):
    """Sends one webhook; the instant at which it was answered."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("POST", "/api/v1/alertmanager", body, {"Content-Type": "application/json"})
    answer = connection.getresponse()
    at = time.monotonic()
    if answer.status // 100 != 2:
        raise RuntimeError(f"the webhook was answered with {answer.status}: {answer.read()[:200]!r}")
    connection.close()
    return at
