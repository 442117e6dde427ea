#!/usr/bin/env bash
# Letters that leave `sitrep serve`, as the reference library of Standard Webhooks verifies them:
#
#   Tests/EndToEnd/webhooks.sh PATH-TO-SITREP
#
# A letter waits in the outbox while nothing runs; `serve` sends it to a receiver that says 500, then 429 with a wait, then
# 200: three requests under one id, each with a signature of its own that holds. Needs Python with `standardwebhooks`
# (PyPI): in SITREP_PYTHON, in the environment that `scripts/deps test` makes, or as `python3`.
set -euo pipefail

if [ -z "${SITREP_SIGNALS_OPEN:-}" ]; then
  SITREP_SIGNALS_OPEN=1 exec python3 -c 'import os, signal, sys
signal.signal(signal.SIGPIPE, signal.SIG_DFL)
signal.pthread_sigmask(signal.SIG_SETMASK, [])
os.execv(sys.argv[1], sys.argv[1:])' "$0" "$@"
fi

sitrep=$(realpath "${1:?usage: webhooks.sh PATH-TO-SITREP}")
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
own=$here/../../.build/test-venv/bin/python
python=${SITREP_PYTHON:-$([ -x "$own" ] && echo "$own" || echo python3)}

work=$(mktemp -d)
pids=()
export HOME=$work/home SITREP_DB=$work/sitrep.db SITREP_CONFIG=$work/config SITREP_USER=mira LC_ALL=C.UTF-8
mkdir -p "$HOME" "$work/config"

finish() {
  local code=$?
  set +e
  for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null; done
  for pid in "${pids[@]}"; do wait "$pid" 2>/dev/null; done
  rm -rf "$work"
  exit $code
}
trap finish EXIT

secret=whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw
"$python" "$here/webhook_receiver.py" $secret 500,429,200 3 >"$work/receiver.log" 2>&1 &
pids+=($!)
receiver=$!
for _ in $(seq 100); do [ -s "$work/receiver.log" ] && break; sleep 0.1; done
port=$(head -n 1 "$work/receiver.log")

export HOOK_URL=http://127.0.0.1:$port/hook/part-of-the-secret HOOK_SECRET=$secret
cat >"$work/config/sitrep.yaml" <<YAML
delivery:
  channels:
    hook: { kind: webhook, url: env:HOOK_URL, sign_with: env:HOOK_SECRET }
YAML
"$sitrep" config check
"$sitrep" incident declare --title "Checkout is down" --severity SEV2 >/dev/null
"$python" - "$SITREP_DB" <<'PY'
import json, sqlite3, sys, time
store = sqlite3.connect(sys.argv[1])
content = {"title": "Checkout is down", "text": "ąę\nline", "action": "trigger", "urgency": "critical",
           "subject": "sitrep/1", "details": {}}
now = int(time.time() * 1000)
store.execute("INSERT INTO outbox(key, channel, recipient, content, drill, repeatable, state, written_at, next_at) "
              "VALUES('page.1', 'hook', '', ?, 0, 1, 'waiting', ?, ?)", (json.dumps(content), now, now))
store.commit()
PY

"$sitrep" serve --listen 127.0.0.1:0 2>"$work/serve.log" &
pids+=($!)
serve=$!
wait $receiver || { cat "$work/receiver.log" "$work/serve.log"; exit 1; }
for _ in $(seq 100); do
  state=$("$sitrep" letter list --all --json | "$python" -c 'import json, sys; print(json.load(sys.stdin)[0]["state"])')
  [ "$state" = delivered ] && break
  sleep 0.1
done
"$python" - "$work/receiver.log" <<'PY'
import json, sys
requests = [json.loads(line) for line in open(sys.argv[1]).read().splitlines()[1:]]
assert [request["status"] for request in requests] == [500, 429, 200], requests
assert all(request["holds"] is True for request in requests), requests
assert {request["id"] for request in requests} == {"page-1"}, requests
PY
"$sitrep" letter list --all --json | "$python" -c '
import json, sys
[letter] = json.load(sys.stdin)
assert (letter["state"], letter["attempts"], letter["doubts"]) == ("delivered", 3, 0), letter'
if grep -rl "part-of-the-secret\|MfKQ9r8G" "$work" --include=serve.log --include='sitrep.db*'; then
  echo "a secret is in a log or in the store"
  exit 1
fi
kill -TERM $serve
wait $serve
echo "webhooks: three attempts under one id, each signature held"
