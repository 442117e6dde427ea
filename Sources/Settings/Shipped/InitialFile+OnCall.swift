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
