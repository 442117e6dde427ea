"""What the programs are run on: generated stores for Sitrep, a generated repository for tig, a log for less."""

import os
import subprocess


class Workshop:
    """A folder that keeps what was generated, and an environment that leads a program nowhere else."""

    def __init__(self, sitrep, folder):
        self.sitrep = str(sitrep)
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        home = folder / "home"
        (home / "config").mkdir(parents=True, exist_ok=True)
        self.environment = {"HOME": str(home), "XDG_DATA_HOME": str(home / "data"), "XDG_STATE_HOME": str(home / "state"),
                            "SITREP_CONFIG": str(home / "config"), "EDITOR": "true"}

    def run(self, *arguments, check=True, **options):
        """One verb of Sitrep, to its end."""
        options.setdefault("stdout", subprocess.PIPE)
        return subprocess.run([self.sitrep, *map(str, arguments)], check=check, stderr=subprocess.PIPE,
                              env={**os.environ, **self.environment}, text=True, **options)

    def store(self, name, incidents, events):
        """A store with believable history; generated once."""
        path = self.folder / f"{name}.db"
        if not path.exists():
            self.run("--db", path, "db", "generate", "--incidents", incidents, "--events", events, "--seed", 1)
        return path

    def repository(self, commits):
        """A git repository with a straight line of commits."""
        path = self.folder / f"repository-{commits}"
        if path.exists():
            return path
        subprocess.run(["git", "init", "-q", "-b", "main", path], check=True)
        lines = []
        for number in range(1, commits + 1):
            message, body = f"Change number #{number} of the service", f"{number}\n"
            lines.append(f"commit refs/heads/main\ncommitter Lea <lea@example.org> {1700000000 + number * 60} +0000\n"
                         f"data {len(message)}\n{message}\nM 100644 inline file-{number % 50}\n"
                         f"data {len(body)}\n{body}\n")
        subprocess.run(["git", "-C", path, "fast-import", "--quiet"], input="".join(lines), text=True, check=True)
        subprocess.run(["git", "-C", path, "reset", "-q", "--hard"], check=True)
        return path

    def log(self, lines):
        path = self.folder / "events.log"
        path.write_text("".join(f"2026-01-01T00:00:00Z line {number}\n" for number in range(lines)))
        return path
