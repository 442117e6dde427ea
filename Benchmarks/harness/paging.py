"""A configuration under which the daemon pages somebody, and a receiver on loopback that takes the pages."""

import http.server
import threading

ON_CALL = """people: {jon: {}, mira: {}}
rotations: {team: {zone: UTC, start: 2026-01-05, handoff: "Monday 09:00", members: [jon, mira]}}
escalation:
  levels:
    - { targets: [primary], after: { SEV1: 0m, SEV2: 0m } }
    - { targets: [secondary], after: { SEV1: 15m, SEV2: 15m } }
"""
DELIVERY = """delivery:
  channels:
    phones: {{ kind: ntfy, server: "http://127.0.0.1:{port}", topic: env:BENCH_TOPIC }}
  pages:
    jon: [phones]
    mira: [phones]
"""


class Receiver(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.server.taken += 1
        body = b'{"id":"bench"}'
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_PUT = do_POST

    def log_message(self, *_):
        pass


class Paging:
    """Every one of the services pages through the receiver; `environment` leads Sitrep to this configuration."""

    def __init__(self, workshop, services):
        self.folder = workshop.folder / "paging"
        self.environment = {**workshop.environment, "SITREP_CONFIG": str(self.folder), "BENCH_TOPIC": "bench"}
        self.services = services

    @property
    def port(self):
        return self.server.server_address[1]

    @property
    def pages(self):
        return self.server.taken

    def __enter__(self):
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Receiver)
        self.server.taken = 0
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.folder.mkdir(exist_ok=True)
        listed = "".join(f"  {name}: {{ tier: 1, pager: sitrep }}\n" for name in self.services)
        (self.folder / "services.yaml").write_text("services:\n" + listed)
        (self.folder / "oncall.yaml").write_text(ON_CALL)
        (self.folder / "sitrep.yaml").write_text(DELIVERY.format(port=self.port))
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()
