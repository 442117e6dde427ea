import Foundation
import OnCall
import Settings
import Testing

/// By which channels a page comes to a person, and that somebody who is to be woken has one.
@Suite struct PageChannelTests {
  private static let people = """
    people:
      mira: {email: mira@example.org}
      jonas: {roles: [manager]}
    rotations:
      team: {zone: UTC, start: 2026-01-05, handoff: "Monday 09:00", members: [mira, jonas]}
    escalation:
      levels:
        - {targets: [primary], after: {SEV1: 0m}}
    """
  private static let channels = """
    delivery:
      channels:
        phones: {kind: ntfy, server: "https://ntfy.example.org", topic: env:TOPIC}
        mail: {kind: mail, from: sitrep@example.org}
        open: {kind: ntfy, server: "https://ntfy.example.org"}
        status: {kind: statuspage, key: env:KEY, page: abc}
        modem: {kind: command, run: [/usr/local/bin/modem], repeatable: on}

    """

  private func read(_ pages: String) -> (configuration: Configuration, problems: [SettingsProblem]) {
    Configuration.read([
      InitialFile(name: "oncall.yaml", text: Self.people),
      InitialFile(name: "sitrep.yaml", text: Self.channels + pages),
    ])
  }

  @Test func eachPersonHasTheirWaysInOrder() {
    let (configuration, problems) = read("  pages: {mira: [modem, mail], jonas: [phones]}")
    #expect(problems.isEmpty, "\(problems)")
    #expect(
      configuration.pageWays == [
        "mira": [
          PageWay(channel: "modem", recipient: "mira", isRepeatable: true),
          PageWay(channel: "mail", recipient: "mira@example.org", isRepeatable: false),
        ],
        // A phone listens to its channel's own topic.
        "jonas": [PageWay(channel: "phones", recipient: "", isRepeatable: false)],
      ])
    #expect(read("").configuration.pageWays.isEmpty && Configuration.shipped.pageWays.isEmpty)
  }

  @Test(
    "What is wrong has a line and a remedy",
    arguments: [
      ("{mria: [mail]}", "whom oncall.yaml does not know", "did you mean 'mira'?"),
      ("{mira: [mial]}", "there is no channel 'mial'", "did you mean 'mail'?"),
      ("{mira: [mail, mail]}", "'mail' stands in 'mira' twice", "keep one"),
      ("{mira: [status]}", "a status page, which wakes nobody", "another channel"),
      ("{jonas: [mail]}", "'jonas' has no address", "add 'email' to 'jonas' in oncall.yaml"),
      ("{mira: [open]}", "'open' names no topic", "add 'topic' to the channel 'open'"),
      ("{mira: mail}", "'mira' must be a list", "[one, two]"),
      ("{mira: []}", "no channel reaches 'mira'", "mira: [phones]"),
      ("{mira: }", "no channel reaches 'mira'", "mira: [phones]"),
      ("[mail]", "must be keys and values", "key: value"),
    ])
  func wrong(_ pages: String, _ message: String, _ advice: String) {
    let (configuration, problems) = read("  pages: " + pages)
    #expect(problems.count == 1 && problems.first?.file == "sitrep.yaml" && problems.first?.line == 8, "\(problems)")
    #expect(problems.first?.message.contains(message) == true, "\(problems)")
    #expect(problems.first?.advice.contains(advice) == true, "\(problems)")
    #expect(configuration.pageWays.values.allSatisfy { $0.count == 1 })
  }

  /// Nothing else of the configuration is wrong then, and alerts are to be taken in all the same.
  @Test func whomNoChannelReachesIsRefusedByTheCheckAlone() throws {
    let folder = NSTemporaryDirectory() + "/settings-test-\(UInt64.random(in: 0...UInt64.max))"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    func write(_ name: String, _ text: String) throws {
      try Data(text.utf8).write(to: URL(filePath: folder + "/" + name))
    }
    try write("oncall.yaml", Self.people)
    try write("sitrep.yaml", Self.channels + "  pages: {mira: [mail]}")
    #expect(try Configuration.check(folder: folder).isEmpty)
    try write("services.yaml", "services: {api: {pager: sitrep}}")
    let problem = try #require(try Configuration.check(folder: folder).first)
    #expect(problem.file == "oncall.yaml" && problem.line == 8)
    #expect(problem.message == "level 1 pages the primary, and nothing reaches jonas")
    #expect(problem.advice.contains("'delivery' and 'pages' in sitrep.yaml"))
    #expect(try Configuration.load(folder: folder).pageWays.keys.sorted() == ["mira"])
    try write("sitrep.yaml", Self.channels + "  pages: {mira: [mail], jonas: [phones]}")
    #expect(try Configuration.check(folder: folder).isEmpty)
  }
}
