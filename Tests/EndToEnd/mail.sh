#!/usr/bin/env bash
# A letter by mail through a real server on this host into a real mailbox:
#
#   Tests/EndToEnd/mail.sh PATH-TO-SITREP
#
# Needs OpenSMTPD (Debian: opensmtpd) and root, as its `sendmail` speaks to a socket at a fixed place. It takes mail for this
# host alone, and does not run where another OpenSMTPD does.
set -euo pipefail

if [ -z "${SITREP_SIGNALS_OPEN:-}" ]; then
  SITREP_SIGNALS_OPEN=1 exec python3 -c 'import os, signal, sys
signal.signal(signal.SIGPIPE, signal.SIG_DFL)
signal.pthread_sigmask(signal.SIG_SETMASK, [])
os.execv(sys.argv[1], sys.argv[1:])' "$0" "$@"
fi

sitrep=$(realpath "${1:?usage: mail.sh PATH-TO-SITREP}")
[ "$(id -u)" = 0 ] || { echo "mail.sh wants root"; exit 77; }
[ ! -S /run/smtpd.sock ] || { echo "another OpenSMTPD runs here"; exit 77; }

work=$(mktemp -d)
chmod 755 "$work"
pids=()
export HOME=$work/home SITREP_DB=$work/store/sitrep.db SITREP_CONFIG=$work/config SITREP_USER=mira LC_ALL=C.UTF-8
mkdir -p "$HOME" "$work/config" "$work/store"
chmod 700 "$work/store"

finish() {
  local code=$?
  set +e
  for pid in "${pids[@]}"; do kill "$pid" 2>/dev/null; done
  for pid in "${pids[@]}"; do wait "$pid" 2>/dev/null; done
  rm -rf "$work"
  exit $code
}
trap finish EXIT

mkdir -p "$work/box"
chown nobody "$work/box"
cat >"$work/smtpd.conf" <<CONF
table people { "@" = "nobody" }
listen on socket
action "keep" maildir "$work/box" virtual <people>
match from local for any action "keep"
CONF
# It signals its whole group when it ends.
setsid smtpd -d -f "$work/smtpd.conf" >"$work/smtpd.log" 2>&1 &
pids+=($!)
for _ in $(seq 100); do [ -S /run/smtpd.sock ] && break; sleep 0.1; done

cat >"$work/config/sitrep.yaml" <<YAML
delivery:
  channels:
    mail: { kind: mail, from: "Sitrep (Nachtdienst) ąę <sitrep@sitrep.test>" }
YAML
"$sitrep" config check
"$sitrep" incident declare --title "Checkout is down" --severity SEV2 >/dev/null
python3 - "$SITREP_DB" <<'PY'
import json, sqlite3, sys, time
store = sqlite3.connect(sys.argv[1])
content = {"title": "Störung: checkout ist weg – bitte nachsehen", "text": "Größe: 10 €\n.\nEnde", "action": "trigger",
           "urgency": "critical", "subject": "sitrep/1", "details": {}}
now = int(time.time() * 1000)
store.execute("INSERT INTO outbox(key, channel, recipient, content, drill, repeatable, state, written_at, next_at) "
              "VALUES('page.1', 'mail', 'lea@sitrep.test', ?, 0, 0, 'waiting', ?, ?)", (json.dumps(content), now, now))
store.commit()
PY

"$sitrep" serve --listen 127.0.0.1:0 2>"$work/serve.log" &
pids+=($!)
for _ in $(seq 200); do [ -n "$(ls "$work/box/new" 2>/dev/null)" ] && break; sleep 0.1; done
python3 - "$work/box/new" <<'PY' || { cat "$work/smtpd.log" "$work/serve.log"; "$sitrep" letter list --all --json; exit 1; }
import email, email.policy, os, sys
[name] = os.listdir(sys.argv[1])
message = email.message_from_bytes(open(os.path.join(sys.argv[1], name), "rb").read(), policy=email.policy.default)
assert message["Subject"] == "Störung: checkout ist weg – bitte nachsehen", message["Subject"]
assert message["To"] == "lea@sitrep.test" and message["Message-ID"] == "<page.1@sitrep.test>", message.items()
assert message["From"].addresses[0].addr_spec == "sitrep@sitrep.test", message["From"]
assert message["From"].addresses[0].display_name == "Sitrep (Nachtdienst) ąę", message["From"]
assert message.get_content() == "Größe: 10 €\n.\nEnde\n", repr(message.get_content())
assert not message.defects, message.defects
PY
"$sitrep" letter list --all
echo "mail: through OpenSMTPD into a mailbox, read back whole"
