import EventLog
import Foundation
import Testing

/// What comes after an incident, by its verbs.
@Suite struct AfterwardsVerbTests {
  private func fits(_ run: Finished, _ name: String, line: SourceLocation = #_sourceLocation) throws {
    let problems = try JSONSchema(named: name).problems(of: run.json())
    #expect(run.code == 0 && problems.isEmpty, "\(run) \(problems.prefix(5))", sourceLocation: line)
  }

  /// One incident by an alert, over; one that nobody began.
  private func over() throws -> Home {
    let sitrep = try Home()
    let port = Loopback.freePort()
    let serve = try sitrep.start("serve", "--listen", "127.0.0.1:\(port)")
    #expect(serve.waits(for: "listening"))
    let connection = try Loopback(port: port)
    #expect(connection.request("POST", "/api/v1/alertmanager", body: try AlertBody.firing("f1"))?.status == 200)
    #expect(serve.end() == 0)
    _ = try sitrep("ack")
    _ = try sitrep("incident", "severity", "1", "SEV1")
    _ = try sitrep("incident", "mitigate", "1")
    return sitrep
  }

  @Test func alertsAreJudgedByTheirNumberOrTheirRule() throws {
    let sitrep = try over()
    let early = try sitrep("incident", "alert", "1", "1", "--useful")
    #expect(early.code == 1 && early.complaint.contains("only resolved or closed"), "\(early)")
    _ = try sitrep("incident", "resolve", "1", "--verified-by", "ratio")
    let listed = try sitrep("incident", "alert", "1")
    #expect(listed.code == 0 && listed.output.contains("1  not judged  "), "\(listed)")
    let name = try #require(try sitrep.shown()["alerts"]?.array?.first?["name"]?.string)
    #expect(try sitrep("incident", "alert", "1", "1", "--useful").output.contains("\(name) led us there"))
    #expect(try sitrep("incident", "alert", "1", name.lowercased(), "--noise").output.contains("\(name) was noise"))
    let again = try sitrep("incident", "alert", "1", "1", "--noise")
    #expect(again.code == 1 && again.complaint.contains("as was said before"), "\(again)")
    let unknown = try sitrep("incident", "alert", "1", "Nothing", "--noise")
    #expect(unknown.code == 66 && unknown.complaint.contains(name), "\(unknown)")
    #expect(try sitrep("incident", "alert", "1", "1", "--noise", "--useful").code == 65)
    #expect(try sitrep("incident", "alert", "1", "--noise").code == 65)
    try fits(try sitrep("incident", "alert", "1", "--missing", "a probe of the checkout", "--json"), "incident-show")
    let report = try sitrep("report", "--since", "2020-01-01T00:00:00Z")
    #expect(report.output.contains("never useful") && report.output.contains("a probe of the checkout"), "\(report)")
    try fits(try sitrep("report", "--json"), "report")
    try fits(try sitrep("postmortem", "export", "1", "--json"), "postmortem")
    #expect(try sitrep("incident", "undo", "1").code == 0)
    #expect(try sitrep.shown()["alerts_missing"]?.array?.isEmpty == true)
    #expect(try sitrep("incident", "alert", "1", "1", "--clear").code == 0)
    #expect(try sitrep.shown()["alerts"]?.array?.first?["verdict"] == .null)
  }

  @Test func theListSaysWhatIsOwedAndNextNamesIt() throws {
    let sitrep = try over()
    #expect(try sitrep("postmortem", "list").output == "No post-mortem is owed or under way.\n")
    _ = try sitrep("incident", "resolve", "1", "--verified-by", "ratio")
    let list = try sitrep("postmortem", "list")
    #expect(list.code == 0 && list.output.contains("STAGE") && list.output.contains("not begun"), "\(list)")
    #expect(try sitrep("next").output.contains("#1 review"))
    #expect(try sitrep("next", "--short").output == "", "three days can wait")
    _ = try sitrep(
      "postmortem", "action", "add", "1", "add a limit", "--owner", "platform", "--due", "2020-01-01", "--done-when",
      "set")
    #expect(try sitrep("next").output.contains("#1 action"))
    #expect(try sitrep("next", "--short").output.contains("#1 action"))
    try fits(try sitrep("next", "--json"), "next")
    try fits(try sitrep("postmortem", "list", "--json"), "postmortem-list")
    try fits(try sitrep("postmortem", "list", "--all", "--overdue", "--json"), "postmortem-list")
    try fits(try sitrep("incident", "show", "1", "--json"), "incident-show")
    try fits(try sitrep("postmortem", "action", "list", "--json"), "postmortem-action-list")
    #expect(try sitrep("postmortem", "list", "--overdue", "--json").json().array?.count == 1)
    #expect(try sitrep("postmortem", "list", "--owner", "nobody", "--json").json().array?.isEmpty == true)
    try sitrep.declare("Burns", "SEV3")
    #expect(try sitrep("next").output.contains("#2 "), "what burns comes first")
  }

  @Test func anImportWithoutASeverityComesRoundAsNothingItIsNot() throws {
    let sitrep = try Home()
    let text =
      "# Queue stuck\n\n## Timeline\n\nAll times in UTC.\n\n- 2020-01-09 11:00 Alert fires\n- 2020-01-09 11:30 resolved\n"
    let file = try sitrep.write(text, to: "old.md")
    let taken = try sitrep("postmortem", "import", file, "--confirm", "all")
    #expect(taken.code == 0, "\(taken)")
    #expect(try sitrep("incident", "list", "--all").output.contains("SEV?"))
    #expect(try sitrep("incident", "show", "1").output.contains("SEV?"))
    try fits(try sitrep("incident", "list", "--all", "--json"), "incident-list")
    #expect(try sitrep.shown()["severity"]?.string == "unstated")
    #expect(try sitrep.shown()["severity_confirmed"] == .bool(false))
    try fits(try sitrep("postmortem", "list", "--anniversary", "--json"), "anniversary-list")
    #expect(try sitrep("postmortem", "list", "--anniversary").output.contains("No major incident"))
  }

  @Test func aMajorIncidentOfAYearAgoIsNamed() throws {
    let sitrep = try Home()
    let now = Date()
    let day = try #require(Calendar(identifier: .gregorian).date(byAdding: .year, value: -1, to: now))
    let form = ISO8601DateFormatter()
    form.formatOptions = [.withFullDate]
    let date = form.string(from: day)
    let text = """
      # Checkout down

      Severity: SEV1

      ## Timeline

      All times in UTC.

      - \(date) 11:00 Alert fires
      - \(date) 11:30 resolved

      """
    let file = try sitrep.write(text, to: "old.md")
    #expect(try sitrep("postmortem", "import", file, "--confirm", "all").code == 0)
    let found = try sitrep("postmortem", "list", "--anniversary")
    #expect(found.output.contains("ago") && found.output.contains("#1 SEV1 Checkout down"), "\(found)")
    try fits(try sitrep("postmortem", "list", "--anniversary", "--json"), "anniversary-list")
    #expect(try sitrep("next").output.contains("#1 SEV1 Checkout down"))
    #expect(try sitrep("report").output.contains("This week in earlier years"))
    try fits(try sitrep("report", "--json"), "report")
  }
}
