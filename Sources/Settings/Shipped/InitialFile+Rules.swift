extension InitialFile {
  static let rules = InitialFile(
    name: RulesFile.name,
    text: """
      # Which alerts open an incident, and which clocks then run. What is left out stays as it is written here.
      # Lengths of time: 30s, 15m, 4h, 7d, 1w. Severities: SEV1 (worst) to SEV4.

      admission:
        # By the alert's label "severity": opens an incident of that severity, or is only listed ("list").
        severities:
          critical: SEV1
          warning: SEV3
          info: list
          none: list
        # By alert name; goes before everything else. "heartbeat" is a sign of life of its source, "ignore" is not for
        # people at all.
        rules:
          Watchdog: heartbeat
          InfoInhibitor: ignore
        # By service; goes before the label.
        services:
          # checkout: SEV2

      # Alerts that belong together: while one has an open incident, the others join it.
      families:
        # database: [PostgreSQLDown, PostgreSQLTooManyConnections]

      # Changing a clock never moves a promise that already runs.
      clocks:
        # How long a page may go unanswered; "none" for no such clock.
        acknowledge:
          SEV1: 15m
          SEV2: 15m
          SEV3: 30m
          SEV4: none
        # The first message after the declaration, those after it, and the last one after the resolution.
        updates:
          SEV1: {first: 15m, every: 30m, final: 15m}
          SEV2: {first: 30m, every: 1h, final: 30m}
          SEV3: {first: 1h, every: 4h, final: none}
          SEV4: none
        # After a change of state, such as mitigation, an update is due at the latest after this.
        update_after_change: 10m
        # How long all alerts must stay quiet before a SEV3 or SEV4 counts as healed by itself.
        self_heal: 15m
        # An alert that fires again within this long after the resolution reopens the incident.
        reopen_within: 30m
        # How long the owner has to answer when an alert fires again.
        answer: 5m

      # How long a tier may be away (rto), and how much data it may lose (rpo).
      tiers:
        1: {rto: 1h, rpo: 15m}
        2: {rto: 4h, rpo: 1h}
        3: {rto: 24h, rpo: 24h}
        4: {rto: 1w, rpo: 1w}

      """)
}
