extension InitialFile {
  static let console = InitialFile(
    name: ConsoleFile.name,
    text: #"""
      # The console and the daemon.

      # Where `sitrep serve` listens. Beyond this host it asks every sender for a key.
      listen: 127.0.0.1:7780

      # Secrets never stand in these files. Name the environment variable or the file that holds one:
      # intake_key_env: SITREP_INTAKE_KEY
      # intake_key_file: /etc/sitrep/secrets/intake

      # Folders with runbooks; relative ones lie beside this file.
      runbooks: [runbooks]

      # The one local zone that is shown beside UTC.
      zone: UTC

      # Whether an open console calls for a new incident and a broken promise: with the terminal's bell, and with a note
      # that many terminals show on the desktop.
      bell: on
      notify: on

      # The ways to the outside. Secrets are named as env:NAME or file:/PATH, never written here.
      # delivery:
      #   channels:
      #     team-chat: { kind: slack, url: file:/etc/sitrep/secrets/slack }
      #     pager:     { kind: pagerduty, key: env:PAGERDUTY_ROUTING_KEY }
      #     mail:      { kind: mail, from: "Sitrep <sitrep@example.org>" }
      #     phones:    { kind: ntfy, server: "https://ntfy.example.org", topic: env:NTFY_TOPIC }
      #   # By which of them a page comes to a person of oncall.yaml, where a service says pager: sitrep.
      #   pages:
      #     mira: [phones, mail]
      #   # Other pagers, for services that say pager: external. 'channel' tells them what happens here, 'webhook' holds
      #   # the secret of what they send; with 'trigger: on' they learn of new incidents from Sitrep.
      #   pagers:
      #     pagerduty: { kind: pagerduty, channel: pager, webhook: env:PAGERDUTY_WEBHOOK_SECRET }

      # Who watches: `serve`, else an open console, wakes people and sends letters. "ping" is an address outside that hears
      # each minute that somebody does, and calls when it no longer hears it (a dead-man's switch).
      # watch:
      #   ping: file:/etc/sitrep/secrets/dead-mans-switch
      #   ping_every: 1m

      # Senders that are to be heard: a heartbeat alert by its name (rules.yaml says which are), or alertmanager. One that
      # is silent for longer is shown on every screen. A heartbeat that was heard is expected again without a word here.
      # sources:
      #   Watchdog: 10m

      # Regular expressions; what they match is blanked in everything that leaves. Single quotes keep the backslashes.
      redaction:
        - '(?i)\bbearer\s+[a-z0-9._~+/-]{8,}=*'
        - '(?i)\b(password|passwd|secret|token|api[_-]?key)\s*[=:]\s*\S+'
        - '\bAKIA[0-9A-Z]{16}\b'
        - '-----BEGIN [A-Z ]*PRIVATE KEY-----'

      """#)
}
