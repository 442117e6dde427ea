extension InitialFile {
  static let onCall = InitialFile(
    name: OnCallFile.name,
    text: """
      # The people, and the rotations in which they take turns. Sitrep has no phone of its own: numbers written here are
      # shown, so that somebody can dial them.
      #
      # Each person, by the short name that everybody types, may have
      #   name    the full name
      #   logins  the operating system's logins that are this person; an act of one of them is recorded as verified
      #   phone, email
      #   roles   commander, manager; rights: rota, keys, configuration, redaction, waivers, sign-off, approvals,
      #           automation
      #   zone    where the person lives, as in Europe/Berlin
      people:
        # mira:
        #   name: Mira Example
        #   logins: [mira]
        #   phone: "+49 30 123456"
        #   roles: [commander, rota]
        # jonas:
        #   name: Jonas Example
        #   logins: [jonas]

      # Each rotation hands over by the wall clock of its zone, all year round. A primary rotation also gives the
      # secondary: whoever was primary in the shift before.
      #   role     primary, secondary or commander
      #   start    a date in the first shift
      #   handoff  "Monday 09:00", or "09:00" for shifts of single days
      #   length   1w where nothing is said
      #   members  in the order of their turns; "first" names who begins, if it is not the first of them
      rotations:
        # engineers:
        #   role: primary
        #   zone: Europe/Berlin
        #   start: 2026-01-05
        #   handoff: Monday 09:00
        #   length: 1w
        #   members: [mira, jonas]
        # leads:
        #   role: commander
        #   zone: Europe/Berlin
        #   start: 2026-01-05
        #   handoff: Monday 09:00
        #   members: [mira]

      # Who is woken, in which order and when, for services whose pager is sitrep (services.yaml). An incident keeps what
      # was in force when its first page went out.
      #   levels   each with targets: primary, secondary or commander (whoever is on call then), manager (everybody with
      #            that role), a person, or a list; "after" counts from the first page, and a severity without a time
      #            does not come to that level; "also" pages more on some severities; "acknowledgements" wants more
      #            people than one before it stops there
      #   repeat   from the first level again, so long after the last; at most 9 times, or "none"
      #   notify   severities that are told and wake nobody
      #   quiet    hours in which pages of low severities wait
      #   lists    names for several people
      escalation:
        # lists:
        #   everybody: [mira, jonas]
        levels:
          - targets: [primary]
            also: {SEV1: [commander]}
            after: {SEV1: 0m, SEV2: 0m, SEV3: 0m, SEV4: 0m}
          - targets: [secondary, primary]
            after: {SEV1: 15m, SEV2: 15m, SEV3: 30m}
          - targets: [commander]
            after: {SEV1: 30m, SEV2: 30m, SEV3: 1h}
          - targets: [manager]
            after: {SEV1: 45m, SEV2: 1h}
        repeat:
          SEV1: {after: 1h, most: 3}
          SEV2: {after: 1h, most: 2}
        notify: [SEV4]
        # quiet: {severities: [SEV3, SEV4], from: "22:00", until: "07:00", zone: Europe/Berlin}

      # What being on call is paid, for `sitrep oncall pay`: an amount for each week in one of the roles, and hours on
      # incidents at a multiple of the hourly rate. Without a rate the hours are shown and not paid.
      pay:
        # per_week: 100
        # rate: 45.50
        # multiplier: 2
        # currency: USD
        # roles: [primary, secondary]

      """)
}
