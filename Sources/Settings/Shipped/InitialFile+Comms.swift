extension InitialFile {
  static let comms = InitialFile(
    name: CommsFile.name,
    text: """
      # Who is told what when something breaks. What is left out stays as it is written here.
      # Audiences: internal (those who work here), public (the status page), customers, management, vip.

      # Whom a severity concerns, in the order in which they are told.
      audiences:
        SEV1: [internal, public, customers, management, vip]
        SEV2: [internal, public, customers, management]
        SEV3: [internal]
        SEV4: [internal]

      # By which ways: channels of sitrep.yaml, to which `sitrep comms send` sends, and those that a person takes, which
      # are recorded with `sitrep comms sent`. As long as the public has none, its clock runs only on incidents of which
      # somebody has told it something; with one, from the declaration on.
      channels:
        internal: [slack]
        public: []
        customers: [mail]
        management: [mail]
        vip: [phone]

      # What is no channel of sitrep.yaml, and is carried by a person.
      by_hand: [phone, slack, mail, statuspage]

      # Whom a channel of mail writes to.
      # recipients:
      #   management: [board@example.org]

      # How often the public hears. Those inside have a clock of their own, in rules.yaml.
      public_updates:
        SEV1: {first: 15m, every: 30m, final: 15m}
        SEV2: {first: 30m, every: 1h, final: 30m}
        SEV3: {first: 1h, every: 4h, final: none}
        SEV4: {first: 4h, every: 24h, final: none}

      # What `sitrep comms publish` calls the page.
      page:
        title: Status

      # Names that a message must not hold, beside host names, which are known by their look.
      names:
        # Regular expressions for what is only called so inside.
        # internal: ['project [a-z]+', 'team falcon']
        # Whole names.
        # customers: [Example Hotels, Sample Airways]

      """)
}
