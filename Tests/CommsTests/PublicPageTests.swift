import EventLog
import Incidents
import TestSupport
import Testing

@testable import Comms

@Suite struct PublicPageTests {
  private func page(_ scenario: IncidentScenario, isDrill: Bool = false) throws -> PublicPage {
    let item = PublicPage.Item(label: "4", sent: SentText.all(in: scenario.history))
    return PublicPage(
      title: "Acme <status>", isDrill: isDrill, writtenAt: .at("12:00"), items: [item].compactMap { $0 })
  }

  private func told() throws -> IncidentScenario {
    var scenario = try Sample.incident()
    try scenario.perform(Log("db-prod-01 is full", entry: .comms))
    try scenario.perform(SendMessage("To managers: chaos", to: .management, by: "mail"), at: "10:06")
    try scenario.perform(
      SendMessage(
        "Cards fail & <b>more</b>.\nSecond line", to: .everyone, by: "page", title: "Cards", nextUpdateAt: .at("10:30")),
      at: "10:10")
    return scenario
  }

  @Test func onlyWhatThePublicWasToldStandsThere() throws {
    let page = try page(try told())
    #expect(page.items.count == 1 && page.items[0].updates.count == 1 && !page.isAllWell)
    #expect(page.updatedAt == .at("10:10") && page.items[0].nextUpdateAt == .at("10:30"))
    let html = page.html
    #expect(html.contains("Last updated <time datetime=\"2026-11-21T10:10:00.000Z\">2026-11-21 10:10 UTC</time>"))
    #expect(html.contains("Cards fail &amp; &lt;b&gt;more&lt;/b&gt;.\nSecond line"))
    #expect(html.contains("<h1>Acme &lt;status&gt;</h1>") && html.contains("<h3>Cards: Investigating</h3>"))
    for secret in ["db-prod-01", "chaos", "lea", "Checkout fails", "<script", "http://", "https://"] {
      #expect(!html.contains(secret), "\(secret)")
      #expect(!PayloadText.encode(page.json).contains(secret), "\(secret)")
    }
  }

  @Test func itSaysTheLastStateAndWhatWasPutRight() throws {
    var scenario = try told()
    try scenario.perform(Resolve(verifiedBy: "probe"), at: "11:00")
    #expect(try page(scenario).items[0].state == .investigating, "nobody has told the public")
    try scenario.perform(SendMessage("Over. No data was lost.", to: .everyone, by: "page"), at: "11:10")
    let sent = try scenario.perform(
      SendMessage("It was 5 %, not 50 %.", to: .everyone, by: "page", moment: .correction), at: "11:20")
    try scenario.perform(Correct(sent[0].id, text: "It was 6 %, not 50 %.", reason: "a slip"), at: "11:21")
    let item = try page(scenario).items[0]
    #expect(item.isOver && item.resolvedAt == .at("11:10") && item.nextUpdateAt == nil && item.title == "Cards")
    #expect(item.updates.map(\.text).first == "It was 6 %, not 50 %." && item.updates[0].isCorrected)
    let html = try page(scenario).html
    #expect(html.contains("Correction. (put right since)") && html.contains("No incident is open."))
    #expect(html.contains("Past incidents") && !html.contains("Next update by"))
  }

  @Test func whatWasRetractedNeverStoodThere() throws {
    var scenario = try Sample.incident()
    let sent = try scenario.perform(SendMessage("Wrong.", to: .everyone, by: "page"))
    try scenario.perform(Correct(sent[0].id, isRetraction: true, reason: "never sent"))
    let page = try page(scenario)
    #expect(page.items.isEmpty && page.updatedAt == nil && page.isAllWell)
    #expect(page.html.contains("Nothing was ever said here"))
  }

  @Test func aPageOfDrillsSaysSoOnEveryLine() throws {
    let html = try page(try told(), isDrill: true).html
    #expect(
      html.contains("<title>DRILL ") && html.contains("DRILL: this is an exercise") && html.contains("<h3>DRILL Cards"))
  }

  @Test func withoutATitleItHasItsNumber() throws {
    var scenario = try Sample.incident()
    try scenario.perform(SendMessage("x", to: .everyone, by: "page"))
    #expect(try page(scenario).items[0].title == "Incident 4")
  }

  @Test func whatIsOpenStandsFirst() throws {
    var over = try told()
    try over.perform(Resolve(), at: "11:00")
    try over.perform(SendMessage("Over.", to: .everyone, by: "page"), at: "11:10")
    let past = try #require(PublicPage.Item(label: "4", sent: SentText.all(in: over.history)))
    let open = try #require(PublicPage.Item(label: "2", sent: SentText.all(in: try told().history)))
    let page = PublicPage(title: "S", writtenAt: .at("12:00"), items: [past, open])
    #expect(page.items.map(\.label) == ["2", "4"])
    guard case .array(let incidents)? = page.json["incidents"] else {
      Issue.record("no incidents")
      return
    }
    #expect(incidents.compactMap { $0["id"]?.string } == ["2", "4"] && page.json["open"] == .bool(true))
  }
}
