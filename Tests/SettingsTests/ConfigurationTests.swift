import Comms
import EventLog
import Incidents
import OnCall
import Settings
import Testing

@Suite struct ConfigurationTests {
  /// The values alone, without where they come from.
  private func bare(_ configuration: Configuration) -> Configuration {
    var bare = configuration
    bare.folder = nil
    bare.texts = []
    bare.hash = ""
    bare.clocks.configHash = nil
    return bare
  }

  @Test func initialFilesSayWhatShips() {
    let read = Configuration.read(Configuration.initialFiles())
    #expect(read.problems == [])
    #expect(bare(read.configuration) == bare(.shipped))
    #expect(read.configuration.texts.map(\.name) == Configuration.fileNames)
  }

  @Test(arguments: Configuration.fileNames)
  func eachInitialFileSaysWhatShips(name: String) throws {
    let file = try #require(Configuration.initialFiles().first { $0.name == name })
    let read = Configuration.read([file])
    #expect(read.problems == [])
    #expect(bare(read.configuration) == bare(.shipped))
    #expect(!file.text.contains("\t"))
    #expect(file.text.split(separator: "\n").allSatisfy { $0.count <= 120 })
  }

  /// The examples in the comments are right as they stand.
  @Test func examplesInCommentsAreRight() throws {
    let example = try Regex(#"^(\s*)# (\s*(?:[a-z]+|Watchdog):(?:\s.*)?)$"#)
    let files = Configuration.initialFiles().map { file in
      let lines = file.text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
        guard let match = line.wholeMatch(of: example), line.hasPrefix(" ") else { return String(line) }
        return String(match.output[1].substring ?? "") + String(match.output[2].substring ?? "")
      }
      return InitialFile(name: file.name, text: lines.joined(separator: "\n"))
    }
    let (configuration, problems) = Configuration.read(files)
    #expect(problems == [])
    #expect(configuration.service(named: "checkout")?.pager == .external)
    #expect(configuration.admission.byService == ["checkout": .opens(.sev2)])
    #expect(configuration.admission.families["PostgreSQLDown"] == "database")
    #expect(configuration.rota.people.map(\.name) == ["mira", "jonas"])
    #expect(configuration.rota.rotations.map(\.role) == [.primary, .commander])
    let now = configuration.rota.onCall(at: try #require(Instant(rfc3339: "2026-01-13T00:00:00Z")))
    #expect(now.primary?.name == "jonas")
    #expect(now.secondary?.fullName == "Mira Example")
  }

  @Test func whatIsSaidGoesBeforeWhatShips() throws {
    let (configuration, problems) = Configuration.read([
      InitialFile(
        name: "rules.yaml",
        text: """
          admission:
            severities: {Warning: SEV2, page: P0, info: ignore}
            rules: {Watchdog: list, DiskFull: SEV4}
          clocks:
            acknowledge: {SEV1: 5m, SEV3: none}
            updates:
              SEV1: {every: 20m}
              SEV2: none
              SEV3: {final: 1h}
              SEV4: {first: 1d, every: 1d}
          tiers:
            1: {rto: 10m}
          """)
    ])
    #expect(problems == [])
    #expect(configuration.admission.bySeverityLabel["warning"] == .opens(.sev2))
    #expect(configuration.admission.bySeverityLabel["page"] == .opens(.sev1))
    #expect(configuration.admission.bySeverityLabel["info"] == .ignored)
    #expect(configuration.admission.bySeverityLabel["critical"] == .opens(.sev1))
    #expect(configuration.admission.byRule["Watchdog"] == .listed)
    #expect(configuration.admission.byRule["InfoInhibitor"] == .ignored)
    #expect(configuration.clocks.acknowledge == [.sev1: .minutes(5), .sev2: .minutes(15)])
    #expect(
      configuration.clocks.updates == [
        .sev1: UpdateCadence(first: .minutes(15), every: .minutes(20), final: .minutes(15)),
        .sev3: UpdateCadence(first: .hours(1), every: .hours(4), final: .hours(1)),
        .sev4: UpdateCadence(first: .days(1), every: .days(1), final: nil),
      ])
    #expect(configuration.clocks.tiers[1] == TierTargets(rto: .minutes(10), rpo: .minutes(15)))
    #expect(configuration.clocks.configHash == configuration.hash)
    #expect(configuration.services == Service.shipped)
  }

  @Test func whatIsSaidOfMessagesArrives() {
    let (configuration, problems) = Configuration.read([
      InitialFile(
        name: "comms.yaml",
        text: """
          audiences: {SEV2: [internal], SEV3: [internal, public]}
          channels: {public: [statuspage, page]}
          public_updates: {SEV1: {every: 20m}, SEV4: none}
          page: {title: Acme}
          names: {internal: ['project [a-z]+'], customers: [Example Hotels]}
          """)
    ])
    #expect(problems == [])
    let comms = configuration.comms
    #expect(comms.audiences[.sev1] == CommsPolicy.shippedAudiences[.sev1] && comms.audiences[.sev2] == [.team])
    #expect(comms.channels[.everyone] == ["statuspage", "page"] && comms.channels[.team] == ["slack"])
    #expect(comms.pageTitle == "Acme" && comms.internalNames == ["project [a-z]+"])
    #expect(comms.customerNames == ["Example Hotels"])
    #expect(configuration.clocks.publicFrom == [.sev1, .sev3])
    #expect(
      configuration.clocks.publicUpdates[.sev1]
        == UpdateCadence(first: .minutes(15), every: .minutes(20), final: .minutes(15)))
    #expect(
      configuration.clocks.publicUpdates[.sev4] == nil && configuration.clocks.updates == ClockPolicy.shippedUpdates)
    #expect(configuration.clocks.configHash == configuration.hash)
    #expect(Configuration.shipped.clocks.publicFrom == [], "nobody is promised anything in public unasked")
  }

  @Test func everyFieldArrives() throws {
    let (configuration, problems) = Configuration.read(
      [
        InitialFile(
          name: "services.yaml",
          text: """
            services:
              shop:
                tier: 2
                owner: Team Shop
                dependencies: [db]
                weight: 12.5
                endpoints: ["https://shop.example.org/healthz"]
                runbooks: [shop-down.md]
                pager: sitrep
              db: {}
            """),
        InitialFile(
          name: "oncall.yaml",
          text: """
            people:
              mira: {name: Mira M, logins: [mira, mm], phone: +49 30 1, email: m@example.org, roles: [redaction], zone: Asia/Tokyo}
            rotations:
              days: {role: secondary, zone: UTC, start: 2026-01-05 10:00, handoff: "9:30", length: 2d, members: [mira], first: mira}
            pay: {per_week: 120, rate: 45.50, multiplier: 3, currency: EUR, roles: [primary]}
            """),
        InitialFile(
          name: "sitrep.yaml",
          text: """
            listen: "[::1]:80"
            intake_key_env: SITREP_KEY
            runbooks: [mine, /usr/share/runbooks]
            zone: Europe/Berlin
            redaction: []
            """),
      ], folder: "/etc/sitrep")
    let tokyo = try #require(Zone("Asia/Tokyo"))
    #expect(problems == [])
    #expect(
      configuration.services == [
        Service(
          name: "shop", tier: 2, owner: "Team Shop", dependencies: ["db"], weight: 12.5,
          endpoints: ["https://shop.example.org/healthz"], runbooks: ["shop-down.md"], pager: .sitrep),
        Service(name: "db"),
      ])
    #expect(configuration.servicesByName.keys.sorted() == ["db", "shop"])
    #expect(
      configuration.rota.people == [
        Person(
          name: "mira", fullName: "Mira M", logins: ["mira", "mm"], phone: "+49 30 1", email: "m@example.org",
          roles: ["redaction"], zone: tokyo)
      ])
    #expect(
      configuration.rota.pay
        == PayRules(perWeek: 120_00, rate: 45_50, multiplier: 3, currency: "EUR", roles: [.primary]))
    #expect(
      configuration.rota.rotations == [
        Rotation(
          name: "days", role: .secondary, zone: .utc, start: CivilTime(year: 2026, month: 1, day: 5, hour: 10),
          handoff: Handoff(weekday: nil, hour: 9, minute: 30), lengthInDays: 2, members: ["mira"], first: "mira")
      ])
    #expect(configuration.listen == ListenAddress(host: "::1", port: 80))
    #expect(configuration.console.intakeKey == .environment("SITREP_KEY"))
    #expect(configuration.console.redactionPatterns == [])
    #expect(configuration.console.displayZone.identifier == "Europe/Berlin")
    #expect(configuration.runbookFolders == ["/etc/sitrep/mine", "/usr/share/runbooks"])
  }

  @Test func startOfADateHoldsThatDaysHandoff() throws {
    let text = "people: {a: {}}\nrotations: {r: {zone: UTC, start: 2026-01-05, handoff: mon 09:00, members: [a]}}"
    let rota = Configuration.read([InitialFile(name: "oncall.yaml", text: text)]).configuration.rota
    #expect(rota.rotations.first?.start(ofShift: 0).rfc3339 == "2026-01-05T09:00:00.000Z")
  }

  @Test(arguments: ["", "# nothing but words\n", "---\n", "~", "null", "\u{FEFF}# with a mark\n"])
  func emptyFilesLeaveWhatShips(text: String) {
    for name in Configuration.fileNames {
      let read = Configuration.read([InitialFile(name: name, text: text)])
      #expect(read.problems == [])
      if name != "services.yaml" { #expect(bare(read.configuration) == bare(.shipped)) }
    }
  }

  /// One wrong word does not cost the rest: at night a console opens with what is right.
  @Test func whatIsRightIsKeptBesideWhatIsWrong() {
    let (configuration, problems) = Configuration.read([
      InitialFile(name: "rules.yaml", text: "clocks: {acknowledge: {SEV1: 5m, SEV2: soon}}"),
      InitialFile(name: "oncall.yaml", text: "people: {mira: {logins: [mira], zone: CET}}\nrotation: {}"),
      InitialFile(name: "sitrep.yaml", text: "listen: nowhere\nzone: Europe/Berlin"),
    ])
    #expect(problems.count == 4)
    #expect(configuration.clocks.acknowledge[.sev1] == .minutes(5))
    #expect(configuration.clocks.acknowledge[.sev2] == .minutes(15))
    #expect(configuration.rota.person(login: "mira")?.name == "mira")
    #expect(configuration.listen == .shipped)
    #expect(configuration.console.displayZone.identifier == "Europe/Berlin")
  }

  @Test func hashFollowsTheTexts() {
    let one = Configuration.read([InitialFile(name: "sitrep.yaml", text: "zone: UTC")]).configuration.hash
    let same = Configuration.read([InitialFile(name: "sitrep.yaml", text: "zone: UTC")], folder: "/x").configuration
    let other = Configuration.read([InitialFile(name: "sitrep.yaml", text: "zone: UTC ")]).configuration.hash
    #expect(one == same.hash)
    #expect(one != other)
    #expect(one != Configuration.shipped.hash)
    #expect(one.count == 64)
    let files = Configuration.initialFiles()
    #expect(Configuration.read(files).configuration.hash == Configuration.read(files.reversed()).configuration.hash)
  }

  @Test func shippedTargets() {
    let shipped = Configuration.shipped
    #expect(shipped.clocks.tiers[1] == TierTargets(rto: .hours(1), rpo: .minutes(15)))
    #expect(shipped.clocks.tiers[4] == TierTargets(rto: .days(7), rpo: .days(7)))
    #expect(shipped.services.filter { $0.tier == 1 }.map(\.name) == ["api", "database"])
    #expect(shipped.listen.description == "127.0.0.1:7780")
    #expect(shipped.listen.isLoopback)
    #expect(shipped.console.runbookFolders == ["runbooks"])
    #expect(shipped.runbookFolders == [])
  }

  @Test func shippedPatternsFindSecretsAndNothingElse() throws {
    let patterns = try ConsoleSettings.shippedPatterns.map { try Regex($0) }
    func isBlanked(_ text: String) -> Bool { patterns.contains { text.contains($0) } }
    for text in [
      "Authorization: Bearer abcdef123456", "password=hunter2", "API_KEY: 0123", "AKIAABCDEFGHIJKLMNOP",
      "-----BEGIN RSA PRIVATE KEY-----",
    ] { #expect(isBlanked(text), "\(text)") }
    for text in ["restarted the pod", "the bearer of news", "tokens expired early", "password reset works again"] {
      #expect(!isBlanked(text), "\(text)")
    }
  }
}
