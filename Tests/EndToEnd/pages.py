#!/usr/bin/env python3
"""The exported pages in a real browser:

    Tests/EndToEnd/pages.py PATH-TO-SITREP [FOLDER]

Makes a store with an incident of an hour, one of a single entry, one of three days with four hundred entries and a past of
some months; exports their post-mortems, public forms and the report as HTML; and opens each in headless Chromium, without
a network where the system lets us take it away. Proves of each: no script, no request but for the file itself, nothing on
the console, nothing wider than the page at 1280 and at 390, no word of a drawing over another or outside of it, and paper with
all of its text. That the checks find what they look for is proved first, on a page that has every fault. With FOLDER, the
pages and pictures of them stay there to be looked at. Needs Chromium and pdftotext.
"""

import contextlib
import datetime
import json
import os
import random
import signal
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from chromium import Chromium  # noqa: E402

# What a drawing shows must be readable: no text over another, none outside.
DRAWINGS = """
(() => {
  const faults = [];
  for (const svg of document.querySelectorAll('svg')) {
    const frame = svg.getBoundingClientRect();
    const texts = [...svg.querySelectorAll('text')].map(t => ({words: t.textContent, box: t.getBoundingClientRect()}));
    texts.forEach((one, place) => {
      const a = one.box;
      if (a.left < frame.left - 1 || a.right > frame.right + 1 || a.top < frame.top - 1 || a.bottom > frame.bottom + 1)
        faults.push('outside of its drawing: ' + one.words);
      for (const other of texts.slice(place + 1)) {
        const b = other.box;
        const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
        const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        if (wide > 1 && high > Math.min(a.height, b.height) / 3) faults.push(one.words + ' over ' + other.words);
      }
    });
  }
  return faults;
})()
"""

# Whatever could load or run; a link is neither.
ACTIVE = """
[...document.querySelectorAll('script, link, img, iframe, object, embed, video, audio, source, form, base, use, image')]
  .map(e => e.tagName).concat(
    [...document.querySelectorAll('*')].flatMap(e => [...e.attributes]
      .filter(a => /^on/i.test(a.name) || /^(java|vb)script:/i.test(a.value)).map(a => a.name + '=' + a.value)))
"""


def faults(browser, path, pictures=None):
    """What is wrong with a page, in words."""
    found = []
    name = os.path.basename(path).removesuffix(".html")
    for width, scheme in ((1280, "light"), (1280, "dark"), (390, "light")):
        browser.show(width, scheme=scheme)
        browser.open(path)
        there = f"{name} at {width}, {scheme}"
        found += [f"{there}: asks for {url}" for url in browser.requests() if url != "file://" + os.path.abspath(path)]
        found += [f"{there}: {words}" for words in browser.complaints()]
        found += [f"{there}: holds {what}" for what in browser.value(ACTIVE)]
        reach = browser.value("document.documentElement.scrollWidth")
        if reach > width:
            found.append(f"{there}: {reach} wide")
        found += [f"{there}: {what}" for what in browser.value(DRAWINGS)]
        if browser.value("document.body.innerText.length") < 200:
            found.append(f"{there}: hardly a word on it")
        ink, paper = browser.value("[getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]")
        if (light(ink) > light(paper)) != (scheme == "dark"):
            found.append(f"{there}: {ink} on {paper}")
        if pictures:
            browser.picture(os.path.join(pictures, f"{name}-{width}-{scheme}.png"))
    return found + paper_faults(browser, path, name, pictures)


def light(colour):
    return sum(int(part) for part in colour[colour.index("(") + 1:colour.index(")")].split(",")[:3])


def paper_faults(browser, path, name, pictures):
    """What is wrong with a page once it is printed."""
    browser.show(1280, scheme="dark", media="print")
    browser.open(path)
    # Ink on paper, however dark the reader's screen is.
    ink, paper = browser.value("[getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]")
    found = [] if light(ink) < 150 and light(paper) == 765 else [f"{name}: printed {ink} on {paper}"]
    with tempfile.TemporaryDirectory() as folder:
        paper = os.path.join(pictures or folder, name + ".pdf")
        browser.paper(paper)
        text = subprocess.run(["pdftotext", "-layout", paper, "-"], capture_output=True, text=True, check=True).stdout
    pages = text.split("\f")[:-1]
    found += [f"{name}: page {place + 1} of the paper is empty" for place, page in enumerate(pages) if not page.strip()]
    if not pages:
        found.append(f"{name}: no paper")
    bare = "".join(text.split())
    for heading in browser.value("[...document.querySelectorAll('h1, h2')].map(h => h.textContent)"):
        if "".join(heading.split()) not in bare:
            found.append(f"{name}: \"{heading}\" is not on the paper")
    return found


BAD = """<!DOCTYPE html><html><head><title>x</title></head><body onload="1"><script>console.warn("hm")</script>
<img src="http://192.0.2.1/x.png"><p style="width: 2000px">wide</p>
<svg viewBox="0 0 100 20"><text x="2" y="12">over</text><text x="4" y="12">over</text><text x="90" y="12">outside</text></svg>
<h2 style="display: none">not printed</h2></body></html>"""


def prove(browser, folder):
    """The checks find what they look for."""
    path = os.path.join(folder, "bad.html")
    with open(path, "w") as file:
        file.write(BAD)
    found = "\n".join(faults(browser, path))
    for what in ("asks for http://192.0.2.1/x.png", "console.warning", "holds SCRIPT", "holds IMG", "holds onload=1",
                 "bad at 390, light: 2", " over over", "outside of its drawing", "is not on the paper", "hardly a word",
                 "dark: rgb", "printed rgb"):
        assert what in found, f"the checks do not find \"{what}\":\n{found}"


class Store:
    """A store with a past, made by the verbs that a person types."""

    def __init__(self, sitrep, folder):
        self.sitrep = sitrep
        self.folder = folder
        self.environment = dict(
            os.environ, SITREP_DB=os.path.join(folder, "sitrep.db"), SITREP_CONFIG=os.path.join(folder, "config"),
            SITREP_USER="mira", HOME=folder, XDG_DATA_HOME=folder, XDG_STATE_HOME=folder, XDG_CONFIG_HOME=folder, TZ="UTC",
            LC_ALL="C.UTF-8")
        self.now = datetime.datetime.now(datetime.timezone.utc).replace(microsecond=0)
        os.makedirs(os.path.join(folder, "config"), exist_ok=True)
        with open(os.path.join(folder, "config", "oncall.yaml"), "w") as file:
            file.write("people:\n  mira: {name: Mira Anders, logins: [manders]}\n  jon: {name: Jon Brandt}\n"
                       "  lea: {name: Lea Costa, roles: [commander]}\n")

    def __call__(self, *words):
        run = subprocess.run([self.sitrep, *words], env=self.environment, capture_output=True, text=True, timeout=120)
        if run.returncode != 0:
            raise SystemExit(f"sitrep {' '.join(words)} ended with {run.returncode}: {run.stderr}")
        return run.stdout

    def ago(self, minutes):
        return (self.now - datetime.timedelta(minutes=minutes)).strftime("%Y-%m-%dT%H:%M:%SZ")

    def past(self):
        """Some months of incidents, on which the rest stands."""
        self("db", "generate", "--incidents", "60", "--events", "1500", "--seed", "7")
        numbers = [one["number"] for one in json.loads(self("incident", "list", "--json"))]
        return max(numbers, default=0)

    def hour(self):
        """An incident of an hour with everything that a page can show."""
        title = ("Checkout fails for one customer in eight after release 412, and nobody can pay with a card that needs a second "
                 "factor, in both zones")
        number = self.declare(title, "SEV1", "api", self.ago(70))
        self("incident", "times", number, "--detected", self.ago(66), "--declared", self.ago(64), "--precision", "minute",
             "--reason", "from the log")
        self("incident", "role", number, "commander", "lea")
        self("incident", "role", number, "scribe", "jon")
        self("incident", "impact", number, "1 in 8 checkouts fails, says Lea Costa")
        for minutes, kind, text in (
            (58, "observation", "upstreams healthy, errors come from api itself"),
            (50, "decision", "roll back api 412 to 411, @jon watches db1.internal and https://graphs.internal/d/7"),
            (48, "comms", "Checkout fails for some customers, a rollback is under way"),
            (44, "action", "MIRA started the rollback as manders on 10.1.2.3"),
            (30, "observation", "https://status.example.com/i/9 agrees; Brandt saw it first"),
        ):
            self("log", text, "-i", number, "--kind", kind, "--at", self.ago(minutes), "--evidence",
                 f"https://graphs.example.com/d/{minutes}" + ("d" * 120 if minutes == 30 else ""))
        self("runbook", "run", "high-error-rate", "-i", number)
        self("postmortem", "factor", "add", number, "Releases go out without a canary", "--type", "process")
        self("postmortem", "factor", "add", number, "The pool's limit is half of what it was", "--type", "technical", "--under",
             "F1")
        self("postmortem", "action", "add", number, "Add a canary of 5 % to the pipeline", "--owner", "platform", "--type",
             "prevent", "--due", (self.now + datetime.timedelta(days=9)).strftime("%Y-%m-%d"), "--done-when",
             "a bad release stops at 5 %")
        self("postmortem", "action", "add", number, "Alert on the pool", "--owner", "mira", "--type", "detect")
        self("incident", "mitigate", number)
        self("incident", "times", number, "--mitigated", self.ago(20), "--reason", "graph")
        self("incident", "resolve", number, "--verified-by", "error ratio 0.04 % for ten minutes")
        self("incident", "times", number, "--resolved", self.ago(5), "--reason", "graph")
        return number

    def days(self):
        """Three days, four hundred entries."""
        number = self.declare("Search is slow", "SEV2", "search", self.ago(4_320))
        self("incident", "times", number, "--detected", self.ago(4_300), "--declared", self.ago(4_290), "--reason", "late")
        numbers = random.Random(3)
        at = self.now - datetime.timedelta(days=3)
        lines = []
        while len(lines) < 400:
            at += datetime.timedelta(minutes=numbers.choice([1, 1, 2, 3, 5, 30]))
            lines.append(f"[{at:%Y-%m-%d %H:%M}] {numbers.choice(['mira', 'jon', 'lea'])}: shard {len(lines)} is "
                         f"{numbers.randint(1, 900)} behind; looked at {'/var/lib/search/segments/' * 4}")
        chat = os.path.join(self.folder, "chat.txt")
        with open(chat, "w") as file:
            file.write("\n".join(lines) + "\n")
        self("log", "--import", chat, "-i", number, "--confirm", number)
        self("incident", "mitigate", number)
        return number

    def declare(self, title, severity, service, since=None):
        words = ["incident", "declare", "--title", title, "--severity", severity, "--service", service, "--json"]
        return str(json.loads(self(*words, *(["--impact-start", since] if since else [])))["number"])

    def pages(self):
        """Every kind of page; their paths."""
        self.past()
        paths = []

        def page(name, *words):
            paths.append(os.path.join(self.folder, name + ".html"))
            self(*words, paths[-1])

        hour = self.hour()
        for name, number in (("hour", hour), ("one", self.declare("One entry", "SEV3", "web")), ("days", self.days())):
            page(name, "postmortem", "export", number, "--format", "html", "-o")
        page("public", "postmortem", "export", hour, "--format", "html", "--public", "-o")
        page("report", "report", "--since", "2026-01-01T00:00:00Z", "--cost-per-hour", "500", "--currency", "EUR", "--html")
        page("report-week", "report", "--since", "7d ago", "--html")
        page("report-nothing", "report", "--since", "1m ago", "--html")
        return paths


def main():
    if len(sys.argv) not in (2, 3):
        raise SystemExit(__doc__)
    # Whoever starts it may have blocked signals or let broken pipes pass; children would inherit both.
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_SETMASK, [])
    with contextlib.ExitStack() as stack:
        pictures = sys.argv[2] if len(sys.argv) == 3 else None
        folder = pictures or stack.enter_context(tempfile.TemporaryDirectory(prefix="sitrep-pages-"))
        os.makedirs(folder, exist_ok=True)
        paths = Store(os.path.realpath(sys.argv[1]), stack.enter_context(
            tempfile.TemporaryDirectory(prefix="sitrep-pages-store-")) if not pictures else folder).pages()
        browser = stack.enter_context(Chromium())
        prove(browser, folder)
        found = [fault for path in paths for fault in faults(browser, path, pictures)]
        for fault in found:
            print(fault)
        network = "with" if browser.has_network else "without"
        print(f"pages: {len(paths)} opened {network} a network, {len(found)} faults")
        sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
