import EventLog
import Incidents
import OnCall
import Settings
import Testing

@Suite struct EscalationSettingsTests {
  private static let people = "people:\n  mira: {}\n  jonas: {roles: [manager]}\n"
  private static func file(_ text: String, line: Int, _ words: String...) -> WrongFile {
    var wrong = WrongFile("oncall.yaml", people + "escalation:\n" + text, line: line + 4)
    wrong.words = words
    return wrong
  }

  /// A first level as it should be; what follows stands from the second line on.
  private static let first = "  levels:\n    - {targets: [primary], after: {SEV1: 0m, SEV2: 0m}}\n"

  private static let levels = [
    file("  level: []", line: 1, "unknown key 'level'", "did you mean 'levels'?"),
    file("  levels: []", line: 1, "at least one level", "targets: [primary]"),
    file("  levels: primary", line: 1, "at least one level"),
    file("  levels:\n    - {after: {SEV1: 0m}}", line: 2, "level 1 pages nobody", "targets: [primary]"),
    file("  levels:\n    - {targets: [], after: {SEV1: 0m}}", line: 2, "level 1 pages nobody", "at least one"),
    file("  levels:\n    - {targets: [primry], after: {SEV1: 0m}}", line: 2, "unknown target 'primry'", "'primary'"),
    file(
      "  levels:\n    - {targets: [boss], after: {SEV1: 0m}}", line: 2, "unknown target 'boss'", "a person or a list"),
    file("  levels:\n    - {targets: [mria], after: {SEV1: 0m}}", line: 2, "'mria'", "did you mean 'mira'?"),
    file("  levels:\n    - {targets: [mira, mira], after: {SEV1: 0m}}", line: 2, "'mira'", "twice"),
    file("  levels:\n    - {targets: primary, after: {SEV1: 0m}}", line: 2, "must be a list"),
    file("  levels:\n    - {targets: [primary]}", line: 2, "level 1 has no times", "after: {"),
    file("  levels:\n    - {targets: [primary], after: {}}", line: 2, "level 1 has no times"),
    file("  levels:\n    - {targets: [primary], after: {SEV1: 5m}}", line: 2, "first level pages after 5m", "0m"),
    file("  levels:\n    - {targets: [primary], after: {SEV7: 0m}}", line: 2, "'SEV7'", "SEV1, SEV2, SEV3, SEV4"),
    file("  levels:\n    - {targets: [primary], after: {SEV1: now}}", line: 2, "'now'", "no length of time", "0m"),
    file(
      "  levels:\n    - {targets: [primary], after: {SEV1: 0m}, delay: 5m}", line: 2, "unknown key 'delay'", "level 1"),
    file(
      "  levels:\n    - {targets: [primary], after: {SEV1: 0m}, also: {SEV1: [x1]}}", line: 2, "unknown target 'x1'"),
    file("  levels:\n    - {targets: [primary], after: {SEV1: 0m}, acknowledgements: 0}", line: 2, "'0'", "1 to 20"),
    file(first + "    - {targets: [secondary], after: {SEV1: 0m}}", line: 3, "level 2 pages after 0m", "1m to 9000m"),
    file(first + "    - {targets: [secondary], after: {SEV1: 9001m}}", line: 3, "after 9001m", "1m to 9000m"),
    file(first + "    - {targets: [secondary], after: {SEV3: 5m}}", line: 3, "level 1 does not", "'SEV3: 0m'"),
    file(
      first + "    - {targets: [secondary], after: {SEV1: 15m}}\n    - {targets: [manager], after: {SEV1: 15m}}",
      line: 4, "not later than the level before it (15m)", "order"),
    file(
      first + "    - {targets: [secondary], after: {SEV1: 15m}}\n    - {targets: [manager], after: {SEV1: 10m}}",
      line: 4, "level 3 pages after 10m", "order"),
    file("  levels:\n" + String(repeating: "    - {}\n", count: 21), line: 2, "21 levels", "20 at most"),
  ]

  private static let others = [
    file("  repeat: {SEV1: {most: 10}}", line: 1, "'10'", "0 to 9"),
    file("  repeat: {SEV1: {after: 9001m}}", line: 1, "9001m", "1m to 9000m"),
    file("  repeat: {SEV1: {after: 30s}}", line: 1, "30s", "1m to 9000m"),
    file("  repeat: {SEV1: {evry: 1h}}", line: 1, "'evry'", "known here: after, most"),
    file("  repeat: {SEV0: none}", line: 1, "'SEV0'"),
    file("  notify: [SEV9]", line: 1, "'SEV9'", "no severity"),
    file("  lists: {primary: [mira]}", line: 1, "role or a person already", "another name"),
    file("  lists: {mira: [mira]}", line: 1, "role or a person already"),
    file("  lists: {all: [joans]}", line: 1, "'joans'", "did you mean 'jonas'?"),
    file("  lists: {all: []}", line: 1, "the list 'all' is empty"),
    file(
      "  quiet: {severities: [SEV1], from: \"22:00\", until: \"07:00\", zone: UTC}", line: 1, "SEV1 would wake nobody"),
    file("  quiet: {from: \"22:00\", until: \"07:00\", zone: UTC}", line: 1, "no severity", "[SEV3, SEV4]"),
    file("  quiet: {severities: [SEV3], until: \"07:00\", zone: UTC}", line: 1, "has no 'from'", "22:00"),
    file("  quiet: {severities: [SEV3], from: late, until: \"07:00\", zone: UTC}", line: 1, "'late'", "no time of day"),
    file("  quiet: {severities: [SEV3], from: \"22:00\", until: \"22:00\", zone: UTC}", line: 1, "end when they begin"),
    file("  quiet: {severities: [SEV3], from: \"22:00\", until: \"07:00\", zone: Berlin}", line: 1, "'Berlin'", "IANA"),
    file("  quiet: {severities: [SEV3], from: \"22:00\", until: \"07:00\"}", line: 1, "has no 'zone'", "Europe/Berlin"),
  ]

  @Test(arguments: levels + others)
  func isFoundWhereItStands(_ wrong: WrongFile) throws {
    let problems = Configuration.read([InitialFile(name: wrong.file, text: wrong.text)]).problems
    #expect(problems.count == 1, "\(problems.map(\.description))")
    let problem = try #require(problems.first)
    #expect(problem.line == wrong.line, "\(problem)")
    for word in wrong.words { #expect("\(problem)".contains(word), "\(problem)") }
    #expect(!problem.advice.isEmpty)
  }

  @Test func everyFieldArrives() {
    let text =
      Self.people + """
        escalation:
          lists: {everybody: [mira, jonas]}
          levels:
            - {targets: [mira], also: {SEV1: [commander]}, after: {SEV1: 0m, SEV3: 0m}}
            - {targets: [everybody, secondary], after: {SEV1: 5m}, acknowledgements: 2}
            - {targets: [manager], after: {SEV1: 9000m}}
          repeat: {SEV1: none, SEV2: {most: 9}, SEV3: {after: 2h}}
          notify: [SEV3]
          quiet: {severities: [SEV3, SEV4], from: "22:30", until: "7:00", zone: Europe/Berlin}
        """
    let (configuration, problems) = Configuration.read([InitialFile(name: "oncall.yaml", text: text)])
    #expect(problems == [])
    let policy = configuration.escalation
    let everybody = EscalationTarget(.list, "everybody", people: ["mira", "jonas"])
    #expect(
      policy.levels == [
        .init(
          [EscalationTarget(.person, "mira")], also: [.sev1: [.commander]], after: [.sev1: .zero, .sev3: .zero]),
        .init([everybody, .secondary], after: [.sev1: .minutes(5)], acknowledgements: 2),
        .init([.manager], after: [.sev1: .minutes(9_000)]),
      ])
    #expect(
      policy.repetitions == [
        .sev2: .init(after: .minutes(60), most: 9), .sev3: .init(after: .minutes(120), most: 1),
      ])
    #expect(policy.notices == [.sev3])
    #expect(
      policy.quiet == .init(severities: [.sev3, .sev4], from: 22 * 60 + 30, until: 7 * 60, zone: "Europe/Berlin"))
    #expect(Configuration.shipped.escalation == EscalationPolicy())
  }

  private static let reachText =
    people + """
      rotations:
        team: {zone: UTC, start: 2026-01-05, handoff: "Monday 09:00", members: [mira, jonas]}
      escalation:
        levels:
          - {targets: [primary], after: {SEV1: 0m}}
          - {targets: [manager], after: {SEV1: 15m}}
          - {targets: [commander], after: {SEV1: 30m}}
      """

  @Test func aTargetThatNothingReachesIsAProblemWhereSitrepIsThePager() {
    func problems(_ pager: String, _ reachable: Set<String>) -> [String] {
      let files = [
        InitialFile(name: "services.yaml", text: "services: {api: {pager: \(pager)}}"),
        InitialFile(name: "oncall.yaml", text: Self.reachText),
      ]
      let read = Configuration.read(files)
      #expect(read.problems == [])
      return read.configuration.problems(ofPagingWith: reachable).map { "\($0.line): \($0.message)" }
    }
    #expect(problems("none", []).isEmpty && problems("external", []).isEmpty)
    let nobody = "10: level 3 pages the commander, and that is nobody"
    #expect(problems("sitrep", ["mira", "jonas"]) == [nobody])
    #expect(problems("sitrep", ["jonas"]) == ["8: level 1 pages the primary, and nothing reaches mira", nobody])
    #expect(
      problems("sitrep", []) == [
        "8: level 1 pages the primary, and nothing reaches mira, jonas",
        "9: level 2 pages a manager, and nothing reaches jonas", nobody,
      ])
  }

  @Test func aWayThatNobodyConfirmedIsAProblemOfItsOwn() {
    let read = Configuration.read([
      InitialFile(name: "services.yaml", text: "services: {api: {pager: sitrep}}"),
      InitialFile(name: "oncall.yaml", text: Self.reachText),
    ])
    let problem = read.configuration.problems(ofPagingConfirmedBy: ["jonas"]).first
    #expect(
      problem?.message == "level 1 pages the primary, and nobody has confirmed that a page comes to mira"
        && problem?.advice.contains("sitrep page --test NAME") == true && problem?.line == 8)
  }

  @Test func whatShipsIsCheckedToo() {
    let read = Configuration.read([
      InitialFile(name: "services.yaml", text: "services: {api: {pager: sitrep}}"),
      InitialFile(name: "oncall.yaml", text: Self.people),
    ])
    let problems = read.configuration.problems(ofPagingWith: ["jonas"])
    #expect(problems.map(\.line) == [1, 1, 1, 1, 1])
    #expect(problems.first?.message == "level 1 pages the primary, and that is nobody")
    #expect(!problems.contains { $0.message.contains("manager") })
  }
}
