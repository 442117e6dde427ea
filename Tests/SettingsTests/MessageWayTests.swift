import Comms
import Foundation
import Incidents
import Settings
import Testing

/// By which channels a message leaves by itself, and that what comms.yaml names is one.
@Suite struct MessageWayTests {
  private static let channels = """
    delivery:
      channels:
        team-chat: {kind: slack, url: env:SLACK}
        post: {kind: mail, from: sitrep@example.org}
        hosted: {kind: statuspage, key: env:KEY, page: abc}
        pager: {kind: pagerduty, key: env:KEY}
        open: {kind: ntfy, server: "https://ntfy.example.org"}
        hook: {kind: webhook, url: env:URL}
    """

  private func read(_ comms: String) -> Configuration {
    let (configuration, problems) = Configuration.read([
      InitialFile(name: "comms.yaml", text: comms), InitialFile(name: "sitrep.yaml", text: Self.channels),
    ])
    #expect(problems.isEmpty, "\(problems)")
    return configuration
  }

  @Test func eachAudienceHasItsWaysInOrder() {
    let configuration = read(
      """
      channels: {internal: [team-chat, phone], public: [hosted, hook], customers: [post], vip: [phone]}
      recipients: {customers: [a@example.org, b@example.org]}
      """)
    #expect(
      configuration.messageWays == [
        .team: [MessageWay(channel: "team-chat", form: .chat)],
        .everyone: [
          MessageWay(channel: "hosted", form: .page, isRepeatable: true),
          MessageWay(channel: "hook", form: .notice, recipient: "public", isRepeatable: true),
        ],
        .customers: [
          MessageWay(channel: "post", form: .mail, recipient: "a@example.org"),
          MessageWay(channel: "post", form: .mail, recipient: "b@example.org"),
        ],
      ])
    #expect(configuration.messageProblems == [])
    #expect(Configuration.shipped.messageWays.isEmpty && Configuration.shipped.messageProblems == [])
    #expect(read("channels: {internal: [fax]}\nby_hand: [fax]").messageProblems == [])
  }

  @Test(
    "A channel by which nothing would arrive has a line and a remedy",
    arguments: [
      ("channels:\n  internal: [team-chta]", 2, "no channel 'team-chta'", "did you mean 'team-chat'?"),
      ("channels:\n  internal: [fax]\nby_hand: []", 2, "no channel 'fax'", "under 'by_hand'"),
      ("channels:\n  internal: [pager]", 2, "'pager' wakes people", "name another channel"),
      ("channels:\n  public: []\n  vip: [hosted]", 3, "'hosted' is a public page", "move it to 'public'"),
      ("channels:\n  management: [post]", 2, "no address is named", "recipients: {management:"),
      ("channels:\n  internal: [open]", 2, "'open' names no topic", "add 'topic'"),
    ])
  func wrong(_ comms: String, _ line: Int, _ message: String, _ advice: String) throws {
    let configuration = read(comms)
    let problem = try #require(configuration.messageProblems.first)
    #expect(configuration.messageProblems.count == 1 && problem.file == "comms.yaml" && problem.line == line)
    #expect(problem.message.contains(message) && problem.advice.contains(advice), "\(problem)")
  }

  @Test func templatesOfOnesOwnStandInAFolder() throws {
    let folder = NSTemporaryDirectory() + "/settings-test-\(UInt64.random(in: 0...UInt64.max))"
    try FileManager.default.createDirectory(atPath: folder + "/templates", withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    func write(_ name: String, _ text: String) throws {
      try Data(text.utf8).write(to: URL(filePath: folder + "/" + name))
    }
    let before = try Configuration.load(folder: folder).hash
    try write("templates/public.mustache", "{{status}}: {{sentence}}\n")
    try write("templates/README.md", "ours")
    let configuration = try Configuration.load(folder: folder)
    #expect(configuration.comms.templates == [.everyone: "{{status}}: {{sentence}}\n"] && configuration.hash != before)
    #expect(try Configuration.check(folder: folder) == [])
    try write("templates/vip.mustache", "Hello,\n{{sentense}}, {{sentence}}\n")
    try write("templates/pubic.mustache", "{{sentence}}")
    let problems = try Configuration.check(folder: folder)
    #expect(problems.map(\.file) == ["templates/pubic.mustache", "templates/vip.mustache"], "\(problems)")
    #expect(problems[0].advice.contains("'templates/public.mustache'"))
    #expect(problems[1].line == 2 && problems[1].advice.contains("did you mean 'sentence'?"))
    #expect(try Configuration.inspect(folder: folder).configuration.comms.templates.count == 1)
  }
}
