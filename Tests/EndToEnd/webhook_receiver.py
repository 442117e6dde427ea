#!/usr/bin/env python3
"""Takes webhooks and checks each with the reference library of Standard Webhooks:

    webhook_receiver.py SECRET STATUS[,STATUS...] COUNT

It prints its port, answers with the statuses in turn (the last one from then on), and ends after COUNT requests with one
line of JSON for each: its id, whether the signature held, and the status that it was answered with.
"""

import http.server
import json
import sys

from standardwebhooks.webhooks import Webhook, WebhookVerificationError

secret, statuses, count = sys.argv[1], [int(status) for status in sys.argv[2].split(",")], int(sys.argv[3])
seen = []


class Receiver(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        status = statuses[min(len(seen), len(statuses) - 1)]
        try:
            Webhook(secret).verify(body, dict(self.headers.items()))
            holds = True
        except WebhookVerificationError as error:
            holds = str(error)
        try:
            # The same body under another id must not pass.
            Webhook(secret).verify(body, {**{k.lower(): v for k, v in self.headers.items()}, "webhook-id": "other"})
            holds = "another id passed"
        except WebhookVerificationError:
            pass
        seen.append({"id": self.headers["webhook-id"], "holds": holds, "status": status,
                     "type": json.loads(body)["type"]})
        self.send_response(status)
        if status == 429:
            self.send_header("Retry-After", "1")
        self.end_headers()

    def log_message(self, *words):
        pass


server = http.server.HTTPServer(("127.0.0.1", 0), Receiver)
print(server.server_port, flush=True)
while len(seen) < count:
    server.handle_request()
for request in seen:
    print(json.dumps(request), flush=True)
