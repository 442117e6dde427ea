#!/usr/bin/env bash
# The on-call calendar as real programs read it:
#
#   Tests/EndToEnd/calendar.sh PATH-TO-SITREP
#
# A team with a rotation, an override and a name in need of escapes; its export and the feed of `sitrep serve` are read by
# Python's icalendar, strictly, and imported into khal, which then lists the shifts. Two exports are the same byte for
# byte, and a change keeps the names of the shifts it does not touch. Needs khal and python3-icalendar.
set -euo pipefail

if [ -z "${SITREP_SIGNALS_OPEN:-}" ]; then
  SITREP_SIGNALS_OPEN=1 exec python3 -c 'import os, signal, sys
signal.signal(signal.SIGPIPE, signal.SIG_DFL)
signal.pthread_sigmask(signal.SIG_SETMASK, [])
os.execv(sys.argv[1], sys.argv[1:])' "$0" "$@"
fi

sitrep=$(realpath "${1:?usage: calendar.sh PATH-TO-SITREP}")
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
# The Python that has the module: Debian's, where another one comes first in the path.
python=python3
python3 -c 'import icalendar' 2>/dev/null || python=/usr/bin/python3

work=$(mktemp -d)
pids=()
export HOME=$work/home XDG_DATA_HOME=$work/data XDG_STATE_HOME=$work/state XDG_CONFIG_HOME=$work/xdg
export XDG_CACHE_HOME=$work/cache SITREP_DB=$work/sitrep.db SITREP_CONFIG=$work/config SITREP_USER=mira
export LC_ALL=C.UTF-8 TZ=UTC
mkdir -p "$HOME" "$work/config" "$work/calendar" "$work/xdg/khal"

finish() {
  local code=$?
  set +e
  for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null; done
  for pid in "${pids[@]}"; do wait "$pid" 2>/dev/null; done
  rm -rf "$work"
  exit $code
}
trap finish EXIT

cat >"$work/config/oncall.yaml" <<'YAML'
people:
  mira: {roles: [rota]}
  jon: {}
  "anneliese-von-und-zu-großschönau-jürgensen-mit-langem-namen": {}
rotations:
  engineers:
    role: primary
    zone: Europe/Berlin
    start: 2026-01-05
    handoff: Monday 09:00
    members: [mira, jon, "anneliese-von-und-zu-großschönau-jürgensen-mit-langem-namen"]
YAML

"$sitrep" oncall override replace jon mira --from +1d --to +20d --reason "a; b, c" >/dev/null
"$sitrep" oncall ical >"$work/one.ics"
"$sitrep" oncall ical -o "$work/two.ics" >/dev/null
cmp "$work/one.ics" "$work/two.ics"
"$sitrep" oncall ical --alarm 15m >"$work/alarm.ics"
"$sitrep" oncall ical --person jon >"$work/jon.ics"
for file in one alarm jon; do "$python" "$here/check_calendar.py" "$work/$file.ics"; done

# A change keeps the names of what it does not touch.
"$sitrep" oncall override add mira --from +100d --to +101d >/dev/null
"$sitrep" oncall ical >"$work/changed.ics"
"$python" "$here/check_calendar.py" "$work/changed.ics" --keeps "$work/one.ics"

# The feed is the same document.
port=$("$python" -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
"$sitrep" serve --listen "127.0.0.1:$port" 2>"$work/serve.log" &
pids+=($!)
for _ in $(seq 200); do
  address=$(sed -n 's/.*listening on \(http:[^ ]*\).*/\1/p' "$work/serve.log")
  [ -n "$address" ] && break
  sleep 0.1
done
"$python" - "$address/oncall.ics" "$work/feed.ics" <<'PY'
import sys, urllib.request
answer = urllib.request.urlopen(sys.argv[1], timeout=20)
assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8", answer.headers
open(sys.argv[2], "wb").write(answer.read())
PY
"$python" "$here/check_calendar.py" "$work/feed.ics" --keeps "$work/changed.ics"

cat >"$work/xdg/khal/config" <<INI
[calendars]
[[oncall]]
path = $work/calendar
[locale]
local_timezone = UTC
default_timezone = UTC
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[default]
default_calendar = oncall
INI
khal import --batch -a oncall "$work/alarm.ics" >"$work/khal.log" 2>&1 || { cat "$work/khal.log"; exit 1; }
events=$(grep -c BEGIN:VEVENT "$work/alarm.ics")
kept=$(cat "$work"/calendar/*.ics | grep -c BEGIN:VEVENT)
[ "$events" = "$kept" ] || { echo "khal kept $kept of $events shifts"; exit 1; }
# A second import of the same shifts replaces them, as their names are the same.
khal import --batch -a oncall "$work/one.ics" >>"$work/khal.log" 2>&1
[ "$(cat "$work"/calendar/*.ics | grep -c BEGIN:VEVENT)" = "$events" ] || { echo "khal has shifts twice"; exit 1; }
khal list --format '{start-long} {title}' today 30d >"$work/list.txt"
grep -q 'on call (primary)' "$work/list.txt" || { cat "$work/list.txt"; exit 1; }
echo "calendar: $events shifts, read by icalendar and khal"
