"""Headless Chromium, spoken to over its pipe: opens pages of this machine and tells everything that they do.

Needs no module beyond Python's own. The browser has no network where the system lets us take it away.
"""

import base64
import json
import os
import select
import shutil
import subprocess
import tempfile
import time

PROGRAMS = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"]


def find():
    """The path of a Chromium; None where there is none."""
    return next(filter(None, map(shutil.which, PROGRAMS)), None)


def _without_network():
    """The words before a command that take its network away; none where the system does not allow it."""
    for words in (["unshare", "-n"], ["unshare", "-rn"]):
        if shutil.which("unshare") and subprocess.run(words + ["true"], stderr=subprocess.DEVNULL).returncode == 0:
            return words
    return []


class Chromium:
    """One browser with one tab; a context manager."""

    def __init__(self, limit=60):
        self.limit = limit
        self._number = 0
        self._buffer = b""
        self.events = []
        self._folder = tempfile.mkdtemp(prefix="sitrep-chromium-")

    def __enter__(self):
        program = find()
        if program is None:
            raise SystemExit("There is no Chromium: apt-get install chromium-headless-shell")
        to_browser, self._out = os.pipe()
        self._in, from_browser = os.pipe()
        words = _without_network()
        self.has_network = not words
        flags = [
            "--headless", "--remote-debugging-pipe", f"--user-data-dir={self._folder}", "--no-first-run", "--disable-gpu",
            "--disable-dev-shm-usage", "--disable-extensions", "--disable-background-networking", "--hide-scrollbars",
            "--force-color-profile=srgb", "--font-render-hinting=none",
        ]
        # Its sandbox wants a user other than root, or a right that a network of one's own has used up.
        if os.getuid() == 0 or words:
            flags.append("--no-sandbox")
        # The ends have to be 3 and 4 in the browser.
        shell = ["bash", "-c", f'exec "$@" 3<&{to_browser} 4>&{from_browser}', "bash"]
        environment = dict(os.environ, HOME=self._folder, XDG_CONFIG_HOME=self._folder, XDG_CACHE_HOME=self._folder)
        self._process = subprocess.Popen(
            words + shell + [program] + flags + ["about:blank"], pass_fds=(to_browser, from_browser), env=environment,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(to_browser)
        os.close(from_browser)
        self._session = None
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        for domain in ("Page", "Network", "Log", "Runtime", "DOM"):
            self.call(f"{domain}.enable")
        return self

    def __exit__(self, *_):
        self._process.terminate()
        try:
            self._process.wait(20)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        os.close(self._in)
        os.close(self._out)
        shutil.rmtree(self._folder, ignore_errors=True)

    def call(self, method, **parameters):
        """Asks for something and gives the answer; what happens meanwhile is kept in `events`."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        data = json.dumps(message).encode() + b"\0"
        while data:
            data = data[os.write(self._out, data):]
        deadline = time.monotonic() + self.limit
        while True:
            answer = self._next(deadline, method)
            if answer.get("id") == self._number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']}")
                return answer["result"]
            self.events.append(answer)

    def _next(self, deadline, what):
        while b"\0" not in self._buffer:
            left = deadline - time.monotonic()
            if left <= 0 or not select.select([self._in], [], [], left)[0]:
                raise RuntimeError(f"Chromium did not answer: {what}")
            data = os.read(self._in, 1 << 20)
            if not data:
                raise RuntimeError(f"Chromium ended: {what}")
            self._buffer += data
        line, _, self._buffer = self._buffer.partition(b"\0")
        return json.loads(line)

    def wait_for(self, method):
        """Waits until something has happened, if it has not yet."""
        deadline = time.monotonic() + self.limit
        while not any(event.get("method") == method for event in self.events):
            self.events.append(self._next(deadline, method))

    def show(self, width, height=900, scheme="light", media="screen"):
        """How wide the window is, whether the reader likes it dark, and whether it is a screen or paper."""
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1, mobile=width < 600)
        self.call(
            "Emulation.setEmulatedMedia", media=media, features=[{"name": "prefers-color-scheme", "value": scheme}])

    def open(self, path):
        """Opens a file and waits until it stands there whole."""
        self.events = []
        self.call("Page.navigate", url="file://" + os.path.abspath(path))
        self.wait_for("Page.loadEventFired")
        # Whatever it still has in hand shows itself before two frames are over.
        self.value("new Promise(f => requestAnimationFrame(() => requestAnimationFrame(() => f(1))))")

    def value(self, expression):
        """What an expression gives in the page."""
        result = self.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        if "exceptionDetails" in result:
            raise RuntimeError(result["exceptionDetails"])
        return result["result"].get("value")

    def happened(self, *methods):
        return [event["params"] for event in self.events if event.get("method") in methods]

    def requests(self):
        """Addresses of everything that was asked for."""
        return [event["request"]["url"] for event in self.happened("Network.requestWillBeSent")]

    def complaints(self):
        """What the page or the browser wrote onto the console."""
        entries = [event["entry"] for event in self.happened("Log.entryAdded")]
        return (
            [f"{entry['level']}: {entry['text']}" for entry in entries]
            + [f"console.{event['type']}" for event in self.happened("Runtime.consoleAPICalled")]
            + [event["exceptionDetails"]["text"] for event in self.happened("Runtime.exceptionThrown")])

    def picture(self, path, top=0, height=None):
        """Writes the page as a PNG; the whole of it where no height is said."""
        size = self.call("Page.getLayoutMetrics")["cssContentSize"]
        clip = {"x": 0, "y": top, "width": size["width"], "height": height or size["height"], "scale": 1}
        answer = self.call("Page.captureScreenshot", format="png", clip=clip, captureBeyondViewport=True)
        data = base64.b64decode(answer["data"])
        with open(path, "wb") as file:
            file.write(data)

    def paper(self, path):
        """Writes the page as it would be printed, as a PDF."""
        # What was said of the medium would hold on paper as well.
        self.call("Emulation.setEmulatedMedia", media="")
        data = self.call("Page.printToPDF", preferCSSPageSize=True, printBackground=False)["data"]
        with open(path, "wb") as file:
            file.write(base64.b64decode(data))
