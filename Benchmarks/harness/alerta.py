"""Alerta on a PostgreSQL of its own: made from nothing, used, stopped, removed."""

import ctypes
import http.client
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from . import alerts

# Debian's package makes this user; PostgreSQL does not run as root.
UNPRIVILEGED = "postgres"
SHARED = Path("/var/tmp")


class Unavailable(Exception):
    """Alerta or PostgreSQL is not on this machine, or does not start: a sentence for the report's reader."""


class Alerta:
    """While it is entered, Alerta answers on `port` and its database, new and durable, holds what was posted.

    `environment` is the folder of its Python packages, `folder` that of the database if PostgreSQL can get there.
    """

    def __init__(self, environment, folder):
        self.programs = environment.resolve() / "bin"
        self.folder = folder.resolve()
        self.port = alerts.free_port()
        self._running = []
        self._made = []

    def __enter__(self):
        # Only an exception lets the folders be removed.
        for number in (signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, ended)
        try:
            self._start()
        except (OSError, LookupError, TimeoutError, subprocess.SubprocessError) as trouble:
            self._stop()
            raise Unavailable(f"Alerta could not be started: {trouble}{self._said()}") from trouble
        except BaseException:
            self._stop()
            raise
        return self

    def __exit__(self, *_):
        self._stop()

    def top(self):
        """The command of its console, and the environment in which it finds this server."""
        return [str(self.programs / "alerta"), "top"], {
            "HOME": str(self._home), "ALERTA_ENDPOINT": f"http://127.0.0.1:{self.port}", "no_proxy": "127.0.0.1"}

    def post(self, event):
        """One new alert; the instant at which it was answered."""
        body = json.dumps({"resource": f"host-{event}", "event": event, "environment": "Production", "service": ["web"],
                           "severity": "major", "value": "5 %", "text": "Too many requests fail."})
        self._ask("POST", "/alert", body)
        return time.monotonic()

    def count(self):
        """How many alerts its database holds."""
        return json.loads(self._ask("GET", "/alerts/count"))["total"]

    def _ask(self, method, path, body=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            connection.request(method, path, body, {"Content-Type": "application/json"})
            answer = connection.getresponse()
            said = answer.read()
        finally:
            connection.close()
        if answer.status // 100 != 2:
            raise RuntimeError(f"Alerta answered {method} {path} with {answer.status}: {said[:200]!r}")
        return said

    def _start(self):
        for name in ("alerta", "gunicorn"):
            if not (self.programs / name).exists():
                raise LookupError(f"{self.programs / name} is missing (Benchmarks/run installs it)")
        data, socket = self._database()
        self._home = self._new_folder(self.folder, "alerta-")
        self._log = self._home / "said.txt"
        settings = self._home / "alertad.conf"
        settings.write_text(f"DATABASE_URL = 'postgresql:///postgres?host={socket}&user={UNPRIVILEGED}'\n"
                            "SECRET_KEY = 'of no use'\n")
        self._spawn([*self._server("postgres"), "-D", data, "-k", socket, "-c", "listen_addresses=",
                     "-c", "fsync=on", "-c", "synchronous_commit=on"], signal.SIGINT, **self._as_unprivileged())
        self._until_database_answers(socket)
        # Loaded once before the workers: each would make the schema, and they would get into each other's way. Its
        # console asks every two seconds, which is when gunicorn would close the connection, and dies of that.
        self._spawn([self.programs / "gunicorn", "--preload", "--workers", "2", "--threads", "4", "--keep-alive", "75",
                     "--bind", f"127.0.0.1:{self.port}", "alerta:create_app()"], signal.SIGTERM, cwd=self._home,
                    env={**os.environ, "HOME": str(self._home), "ALERTA_SVR_CONF_FILE": str(settings)})
        alerts.wait_until_ready(self.port, "/management/healthcheck", patience=60)

    def _database(self):
        """New folders of PostgreSQL's for the data and, since its path has to be short, for the socket."""
        reachable = os.geteuid() or all(here.stat().st_mode & 0o001 for here in (self.folder, *self.folder.parents))
        base = self._new_folder(self.folder if reachable else SHARED, "postgresql-")
        socket = self._new_folder(SHARED, "sitrep-bench-")
        unprivileged = self._as_unprivileged()
        for made in (base, socket) if unprivileged else ():
            shutil.chown(made, UNPRIVILEGED)
        data = base / "data"
        subprocess.run([*self._server("initdb"), "-D", data, "-U", UNPRIVILEGED, "--auth=trust", "--encoding=UTF8",
                        "--locale=C.UTF-8"], check=True, stdout=subprocess.DEVNULL, cwd="/", timeout=120, **unprivileged)
        return data, socket

    def _server(self, name):
        """A program of the newest PostgreSQL that Debian put here."""
        found = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=lambda path: float(path.parts[4]))
        if not found:
            raise LookupError(f"PostgreSQL's {name} is missing (scripts/deps bench installs it)")
        return [found[-1]]

    def _as_unprivileged(self):
        return {} if os.geteuid() else {"user": UNPRIVILEGED, "group": UNPRIVILEGED, "extra_groups": []}

    def _until_database_answers(self, socket):
        end = time.monotonic() + 30
        while subprocess.run([*self._server("pg_isready"), "-q", "-h", socket], check=False).returncode:
            if time.monotonic() > end or self._running[-1][0].poll() is not None:
                raise TimeoutError("PostgreSQL never answered")
            time.sleep(0.05)

    def _new_folder(self, parent, prefix):
        """Only for its owner; removed at the end."""
        made = Path(tempfile.mkdtemp(prefix=prefix, dir=parent))
        self._made.append(made)
        return made

    def _spawn(self, command, ending, **options):
        with open(self._log, "ab") as log:
            options.setdefault("cwd", "/")
            running = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                                       preexec_fn=lambda: ends_with_parent(ending), **options)
        self._running.append((running, ending))

    def _stop(self):
        while self._running:
            running, ending = self._running.pop()
            running.send_signal(ending)
            try:
                running.wait(15)
            except subprocess.TimeoutExpired:
                running.kill()
                running.wait()
        self._last_words = self._said()
        while self._made:
            shutil.rmtree(self._made.pop(), ignore_errors=True)

    _log = Path("/nonexistent")
    _last_words = ""

    def _said(self):
        """The end of what the servers wrote, kept beyond the removal of their folder."""
        try:
            return "\n" + self._log.read_text(errors="replace")[-2000:]
        except OSError:
            return self._last_words


def ended(number, _):
    sys.exit(f"The benchmark was ended by {signal.Signals(number).name}.")


def ends_with_parent(ending):
    """Between fork and exec: the kernel sends this signal when the benchmark ends in whatever way (PR_SET_PDEATHSIG)."""
    ctypes.CDLL(None).prctl(1, ending)
