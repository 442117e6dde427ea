#!/usr/bin/env bash
# An incident from a real Alertmanager to the exported post-mortem, worked on the screen that a person would see:
#
#   Tests/EndToEnd/alertmanager.sh PATH-TO-SITREP [--without-console]
#
# Alertmanager and `sitrep serve` run on free ports of the loopback, the console in a tmux of its own at 120x40, all of
# it in a folder that is removed. Needs prometheus-alertmanager, python3 and, for the console, tmux. Ends with 0, or
# with 1 and everything that was to be seen when it went wrong.
set -euo pipefail

# Whoever runs tests on threads of its own often has them block all signals, and processes inherit that: what is
# started here could then not be stopped.
if [ -z "${SITREP_SIGNALS_OPEN:-}" ]; then
  SITREP_SIGNALS_OPEN=1 exec python3 -c 'import os, signal, sys
signal.signal(signal.SIGPIPE, signal.SIG_DFL)
signal.pthread_sigmask(signal.SIG_SETMASK, [])
os.execv(sys.argv[1], sys.argv[1:])' "$0" "$@"
fi

sitrep=$(realpath "${1:?usage: alertmanager.sh PATH-TO-SITREP [--without-console]}")
console=yes
[ "${2:-}" = --without-console ] && console=no
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

work=$(mktemp -d)
socket=$work/tmux.sock
pids=()

export HOME=$work/home XDG_DATA_HOME=$work/data XDG_STATE_HOME=$work/state XDG_CONFIG_HOME=$work/xdg
export SITREP_DB=$work/sitrep.db SITREP_CONFIG=$work/config SITREP_USER=lea
export LC_ALL=C.UTF-8 TERM=xterm-256color
unset NO_COLOR TMUX
mkdir -p "$HOME" "$work/config/runbooks"

finish() {
  local code=$?
  set +e
  if [ $code -ne 0 ]; then
    echo "--- what was on the screen"
    [ -S "$socket" ] && screen
    for log in serve alertmanager; do
      echo "--- $log"
      tail -n 20 "$work/$log.log" 2>/dev/null
    done
    echo "--- incident show 1 --json"
    "$sitrep" incident show 1 --json 2>&1 | head -n 200
  fi
  [ -S "$socket" ] && tmux -S "$socket" kill-server 2>/dev/null
  for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null; done
  for pid in "${pids[@]}"; do wait "$pid" 2>/dev/null; done
  rm -rf "$work"
  exit $code
}
trap finish EXIT

step() { echo "$(date -u +%H:%M:%S) $*"; }

# until_true WHAT COMMAND…: runs the command again and again until it succeeds, a minute at most.
until_true() {
  local what=$1 end=$((SECONDS + 60))
  shift
  until "$@"; do
    if [ $SECONDS -ge $end ]; then
      echo "never seen: $what" >&2
      return 1
    fi
    sleep 0.05
  done
}

free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }
fetch() { python3 -c 'import sys, urllib.request as web; print(web.urlopen(sys.argv[1], timeout=2).read().decode())' "$1"; }
answers() { fetch "$1" >/dev/null 2>&1; }

# incident EXPRESSION: whether a Python expression holds of the first incident, as `incident show --json` gives it.
incident() { "$sitrep" incident show 1 --json 2>/dev/null | python3 "$here/holds.py" "$1"; }

# alert STATE: posts the alert to Alertmanager, as Prometheus would; STATE is firing or resolved.
alert() { python3 "$here/post_alert.py" "http://127.0.0.1:$alertmanager_port" "$1"; }

screen() { tmux -S "$socket" capture-pane -p -t console; }
shows() { screen | grep -qF -- "$1"; }
keys() { tmux -S "$socket" send-keys -t console "$@"; }
types() { tmux -S "$socket" send-keys -t console -l "$1"; }

cat >"$work/config/runbooks/checkout-error-rate.md" <<'MD'
---
kind: runbook
title: Checkout error rate
service: checkout
rules: [CheckoutErrorRate]
target: 15m
---
# Checkout error rate

## Look

1. Look at the error ratio of the last hour
2. Look for a deployment in that hour

## Mend

1. Roll the last deployment back
MD

serve_port=$(free_port)
alertmanager_port=$(free_port)
cat >"$work/alertmanager.yml" <<YML
route:
  receiver: sitrep
  group_by: [alertname, service]
  group_wait: 0s
  group_interval: 1s
receivers:
  - name: sitrep
    webhook_configs:
      - url: http://127.0.0.1:$serve_port/api/v1/alertmanager
        send_resolved: true
YML

step "start sitrep serve and Alertmanager"
"$sitrep" serve --listen "127.0.0.1:$serve_port" >"$work/serve.log" 2>&1 &
pids+=($!)
prometheus-alertmanager --config.file="$work/alertmanager.yml" --storage.path="$work/alertmanager" \
  --web.listen-address="127.0.0.1:$alertmanager_port" --cluster.listen-address= >"$work/alertmanager.log" 2>&1 &
pids+=($!)
until_true "sitrep serve is ready" answers "http://127.0.0.1:$serve_port/readyz"
until_true "Alertmanager is ready" answers "http://127.0.0.1:$alertmanager_port/-/ready"

if [ $console = yes ]; then
  step "open the console, before anything burns"
  tmux -S "$socket" -f /dev/null new-session -d -s console -x 120 -y 40 "'$sitrep'; echo \"console ended: \$?\"; cat"
  until_true "the console" shows SITREP
fi

step "one alert fires"
alert firing
if [ $console = yes ]; then until_true "the alert on the open screen" shows "1 in 8 checkouts fails"; fi
until_true "the incident in the list" incident \
  "row['title'] == '1 in 8 checkouts fails' and row['severity'] == 'SEV1' and not row['severity_confirmed'] and
   row['status'] == 'triggered' and row['service'] == 'checkout' and row['alerts_firing'] == 1"
"$sitrep" incident list --json | python3 "$here/holds.py" "[each['number'] for each in row] == [1]"

step "the same alert again is nothing new"
events() { fetch "http://127.0.0.1:$serve_port/status.json" | python3 "$here/holds.py" --print "row['position']"; }
before=$(events)
python3 "$here/post_alert.py" "http://127.0.0.1:$serve_port" repeat
[ "$(events)" = "$before" ] || { echo "a repeated webhook wrote an event" >&2; exit 1; }

if [ $console = yes ]; then
  step "acknowledge: a"
  keys a
  until_true "the acknowledge on the screen" shows "ack lea"
else
  "$sitrep" incident ack 1 >/dev/null
fi
until_true "the acknowledge" incident \
  "row['status'] == 'acknowledged' and row['acknowledged_by'] == 'lea' and row['severity_confirmed']"

if [ $console = yes ]; then
  step "step through the runbook: r, x, x"
  keys r
  until_true "the runbook" shows "Look at the error ratio of the last hour"
  keys x
  until_true "the first step done" incident "row['runs'] and row['runs'][0]['done'] == 1"
  keys x
  until_true "the second step done" incident "row['runs'][0]['done'] == 2 and row['runs'][0]['total'] == 3"
  keys q
  until_true "the list again" shows "1 in 8 checkouts fails"

  step "log a note: l"
  keys l
  types "only cards of one bank fail; path /var/lib full?"
  keys Enter
  until_true "the note on the screen" shows "only cards of one bank fail"
else
  "$sitrep" log "only cards of one bank fail; path /var/lib full?" -i 1 >/dev/null
fi
until_true "the note" incident \
  "any(entry['text'] == 'only cards of one bank fail; path /var/lib full?' and entry['actor'] == 'lea' for entry in row['timeline'])"

step "the alert ends"
alert resolved
until_true "the end of the alert" incident "row['alerts_firing'] == 0 and row['status'] == 'acknowledged'"

if [ $console = yes ]; then
  step "resolve: Enter, R"
  keys Enter
  until_true "the room" shows "CheckoutErrorRate"
  keys R
  until_true "the question" shows "Verified by"
  types "error ratio below 1 % for 10 minutes"
  keys Enter
else
  "$sitrep" incident resolve 1 --verified-by "error ratio below 1 % for 10 minutes" >/dev/null
fi
until_true "the resolution" incident \
  "row['status'] == 'resolved' and row['verified_by'] == 'error ratio below 1 % for 10 minutes'"

if [ $console = yes ]; then
  until_true "the resolution on the screen" shows "resolved"
  step "export the post-mortem: P, e"
  keys P
  until_true "the post-mortem" shows "1 in 8 checkouts fails"
  keys e
  until_true "the path of the export" shows "exports"
  export_file() { find "$XDG_STATE_HOME/sitrep/exports" -type f -name '*.md' 2>/dev/null | head -n 1; }
  exported() { [ -s "$(export_file)" ]; }
  until_true "the exported file" exported
  cp "$(export_file)" "$work/post-mortem.md"
else
  "$sitrep" postmortem export 1 -o "$work/post-mortem.md" >/dev/null
fi
for words in "1 in 8 checkouts fails" "only cards of one bank fail" "SEV1"; do
  grep -qF -- "$words" "$work/post-mortem.md" || { echo "the post-mortem lacks: $words" >&2; exit 1; }
done

if [ $console = yes ]; then
  step "leave: q"
  ended() {
    shows "console ended: 0" || { keys q; return 1; }
  }
  until_true "the end of the console" ended
fi

step "the chain is whole"
"$sitrep" db verify >/dev/null
step "done"
