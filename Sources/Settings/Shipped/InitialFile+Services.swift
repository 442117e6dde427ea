extension InitialFile {
  static let services = InitialFile(
    name: ServicesFile.name,
    text: """
      # The services: what can fail, and what was promised about it.
      #
      # Each service may have
      #   tier          1 to 4; how long it may be away stands in rules.yaml
      #   owner         a team or a person
      #   dependencies  services that it needs; if one of them fails, this one is suspected to follow
      #   weight        its share of the health score, 0 to 100
      #   endpoints     addresses that show whether it is well
      #   runbooks      procedures for it, by file name
      #   pager         who wakes people for it: sitrep, external (another pager does) or none
      #   external      which other pager that is, by its name under delivery and pagers in sitrep.yaml
      #
      # An alert finds its service by its label "service", else by its label "job".
      services:
        api:
          tier: 1
          dependencies: [database, redis]
          weight: 50
        database:
          tier: 1
          weight: 30
        redis:
          tier: 2
          weight: 15
        pms:
          tier: 2
        whatsapp:
          tier: 2
        monitoring:
          tier: 3
        development:
          tier: 4

        # checkout:
        #   tier: 1
        #   owner: payments
        #   dependencies: [database]
        #   endpoints: [https://checkout.example.org/healthz]
        #   runbooks: [checkout-down.md]
        #   pager: external

      """)
}
