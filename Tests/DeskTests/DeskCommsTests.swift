import Commands
import Comms
import EventLog
import Incidents
import Review
import TestSupport
import Testing

@testable import Desk

@Suite struct DeskCommsTests {
  /// A store whose public has a channel, and in which nobody may approve but by having the command.
  private func store() throws -> DeskStore {
    var configuration = DeskConfiguration.sample
    configuration.clocks.publicFrom = [.sev1, .sev2]
    configuration.comms.channels[.everyone] = ["statuspage"]
    configuration.comms.customerNames = ["Example Hotels"]
    configuration.hasRight = { actor, right in right == "approvals" && actor.person == "boss" }
    return try DeskStore(configuration: configuration)
  }

  private func send(_ text: String, _ audience: Audience = .team) -> SendMessage {
    SendMessage(text, to: audience, by: "slack")
  }

  @Test func whatIsDueStandsInOrderWithWhoWasTold() async throws {
    let store = try store()
    let minor = try await store.declare("Search is slow", .sev3, service: "search")
    let major = try await store.declare("Checkout fails", .sev1)
    try await store.perform(send("hello"), on: minor)
    let rows = try store.desk.commsDue()
    #expect(rows.map(\.id) == [major, minor])
    #expect(rows[0].clocks.map(\.clock) == [.team, .everyone] && rows[0].nextDue == .at("10:15"))
    #expect(rows[0].listeners.map(\.audience) == [.team, .everyone, .customers, .management, .vip])
    #expect(rows[0].listeners[1].channels == ["statuspage"] && rows[0].listeners.allSatisfy { $0.told == nil })
    #expect(rows[1].listeners.map(\.audience) == [.team] && rows[1].listeners[0].told?.person == "lea")
    #expect(rows[1].clocks.map(\.clock) == [.team])
    #expect(rows[0].detectedEarlierAt == nil)
    try await store.perform(SetTimes(IncidentTimes(detected: TimePoint(.at("09:50"))), reason: "the graph"), on: major)
    #expect(try store.desk.commsDue(of: major)[0].detectedEarlierAt == .at("09:50"))
    // The last word is owed after the resolution, too.
    store.advance(.minutes(5))
    try await store.perform(Resolve(verifiedBy: "orders flow"), on: major)
    #expect(try store.desk.commsDue().map(\.id) == [major, minor])
    try await store.perform(send("over"), on: major)
    try await store.perform(
      send("over", .everyone), on: major, by: Actor(person: "boss", via: "tty", assurance: .verified))
    #expect(try store.desk.commsDue().map(\.id) == [minor])
  }

  @Test func whoDraftsIsSeenUntilItIsSent() async throws {
    let store = try store()
    let incident = try await store.declare("Checkout fails", .sev1)
    try await store.perform(SetImpact("Cards are refused"), on: incident)
    let mine = try store.desk.openDraft(DraftRequest(.team), on: incident, by: .lea)
    #expect(mine.others == [] && mine.draft.missing == [])
    store.advance(.minutes(2))
    let theirs = try store.desk.openDraft(DraftRequest(.team), on: incident, by: .tom)
    #expect(theirs.others.map(\.words) == ["lea drafting for the team since 10:00 UTC"])
    #expect(try store.desk.openDraft(DraftRequest(.management), on: incident, by: .tom).others == [])
    // Whoever sends first has told them; the other has to look again.
    store.advance(.minutes(1))
    try await store.perform(send(theirs.draft.text), on: incident, by: .tom)
    let refused = await #expect(throws: Trouble.self) { try await store.perform(send(mine.draft.text), on: incident) }
    #expect(refused?.message.hasPrefix("tom recorded a message to the team") == true)
    try await store.perform(send("for managers", .management), on: incident)
    store.advance(.minutes(1))
    let again = try store.desk.openDraft(DraftRequest(.team), on: incident, by: .lea)
    #expect(again.others == [] && again.draft.last?.person == "tom")
    try await store.perform(send("again"), on: incident)
    #expect(try store.desk.commsDue(of: incident)[0].drafting.map(\.audience) == [.management])
    store.advance(.minutes(31))
    #expect(try store.desk.commsDue(of: incident)[0].drafting == [])
  }

  @Test func publicTextWantsTheCommandersWordOrARight() async throws {
    let store = try store()
    let incident = try await store.declare("Checkout fails", .sev1)
    let refused = await #expect(throws: Trouble.self) {
      try await store.perform(send("Cards fail", .everyone), on: incident)
    }
    #expect(refused?.code == .refused && refused?.message.contains("--approve") == true)
    let boss = Actor(person: "boss", via: "tty", assurance: .verified)
    try await store.perform(ApproveMessage("Cards fail", for: .everyone), on: incident, by: boss)
    try await store.perform(send("Cards fail", .everyone), on: incident)
    let last = try #require(try store.desk.detail(incident).timeline.last)
    #expect(last.text == "To the public by slack: Cards fail (approved by boss)" && last.label == "comms")
  }

  @Test func aDraftIsCheckedWithTheRulesOfTheReview() async throws {
    let store = try store()
    let incident = try await store.declare("Checkout fails", .sev1)
    let text = "The operator forgot the switch. Example Hotels is down on db-prod-01.\nNext update by 14:30 UTC"
    let found = try store.desk.check(message: text, on: incident, for: .everyone, by: .lea)
    #expect(found.map(\.rule) == [.blame, .customerName, .internalName], "\(found.map(\.sentence))")
    #expect(try store.desk.check(message: text, on: incident, for: .team, by: .lea).map(\.rule) == [.blame])
    #expect(throws: Trouble.self) {
      try store.desk.check(message: text, on: StreamID("incident", "none"), for: .team, by: .lea)
    }
  }

  /// Promises to the public stand wherever promises stand: in the room, the report and the post-mortem.
  @Test func publicPromisesAreKeptAndBrokenOnRecord() async throws {
    let store = try store()
    let incident = try await store.declare("Checkout fails", .sev1)
    try await store.perform(AssignRole(.commander, person: "lea"), on: incident)
    store.advance(.minutes(10))
    try await store.perform(send("one", .everyone), on: incident)
    store.advance(.minutes(40))
    try await store.perform(send("two", .everyone), on: incident)
    try await store.perform(send("inside"), on: incident)
    try await store.perform(Resolve(verifiedBy: "orders flow"), on: incident)
    store.advance(.minutes(5))
    try await store.perform(send("over", .everyone), on: incident)
    try await store.perform(send("over"), on: incident)
    let room = try store.desk.detail(incident).row.deadlines.filter { $0.kind == Clocks.publicUpdate }
    #expect(room.map { $0.state(at: store.now) } == [.kept, .broken, .kept])
    let post = try store.desk.postMortem(of: incident)
    let promises = post.promises.filter { $0.kind == Clocks.publicUpdate }
    #expect(promises.map(\.isKept) == [true, false, true])
    #expect(promises.allSatisfy { $0.owner == "whoever speaks to others" })
    #expect(promises[1].rule == "SEV1: a public update every 30m" && promises[1].margin == .minutes(10))
    #expect(post.messages.count == 5)
    let report = try store.desk.report(since: .at("09:00"), until: store.now)
    #expect(report.lines(isASCII: true).joined().contains("public"), "\(report.lines(isASCII: true))")
  }

  @Test func thePageHoldsWhatThePublicWasTold() async throws {
    let store = try store()
    #expect(try store.desk.publicPage().page.items.isEmpty)
    let first = try await store.declare("Checkout fails", .sev1)
    let second = try await store.declare("Secret of the house", .sev3)
    try await store.perform(AssignRole(.commander, person: "lea"), on: first)
    try await store.perform(send("not for you"), on: second)
    try await store.perform(send("Cards fail", .everyone), on: first)
    let (page, reminders) = (try store.desk.publicPage().page, try store.desk.publicPage().reminders)
    #expect(page.items.map(\.label) == ["1"] && reminders == [] && !page.isDrill)
    #expect(!page.html.contains("Secret"))
    store.advance(.minutes(31))
    #expect(try store.desk.publicPage().reminders.first?.hasPrefix("#1: the public was to hear by 10:30") == true)
    try await store.perform(Resolve(verifiedBy: "orders flow"), on: first)
    let drifted = try store.desk.publicPage().reminders
    #expect(drifted.first?.hasPrefix("#1 is resolved, and the page still says Investigating") == true)
    try await store.perform(send("It is over. No data was lost.", .everyone), on: first)
    let over = try store.desk.publicPage()
    #expect(over.page.isAllWell && over.reminders == [] && over.page.items[0].resolvedAt == store.now)
  }

  @Test func noNameOfTheHouseStandsOnThePage() async throws {
    let store = try store()
    let incident = try await store.declare("Checkout fails", .sev1)
    try await store.perform(AssignRole(.commander, person: "lea"), on: incident)
    try await store.perform(
      send("db-prod-01 is slow for Example Hotels. lea looks at 10.2.0.17.", .everyone), on: incident)
    let published = try store.desk.publicPage()
    #expect(published.page.items[0].updates[0].text == "(…) is slow for (…). (…) looks at (…).")
    for name in ["db-prod", "Example Hotels", "lea", "10.2"] {
      #expect(!published.html.contains(name) && !published.json.contains(name), "\(name)")
    }
  }

  @Test func noSecretStandsOnThePage() async throws {
    var configuration = DeskConfiguration.sample
    configuration.redaction = OutwardRedaction(["tok_[a-z0-9-]+"])
    let store = try DeskStore(configuration: configuration)
    let incident = try await store.declare("Checkout fails", .sev1)
    try await store.perform(AssignRole(.commander, person: "lea"), on: incident)
    try await store.perform(send("Cards fail since tok_lea-0815 is known.", .everyone), on: incident)
    let published = try store.desk.publicPage()
    #expect(published.page.items[0].updates[0].text == "Cards fail since \(Redaction.mark) is known.")
    #expect(!published.html.contains("0815") && !published.json.contains("0815"))
  }

  @Test func aDrillNeverStandsOnThePage() async throws {
    var configuration = DeskConfiguration.sample
    configuration.isDrill = true
    let store = try DeskStore(configuration: configuration)
    let drill = try await store.declare("An exercise", .sev1)
    let refused = await #expect(throws: Trouble.self) {
      try await store.perform(send("x", .everyone), on: drill)
    }
    #expect(refused?.message.contains("This is a drill") == true)
    #expect(throws: Trouble.self) { try store.desk.openDraft(DraftRequest(.everyone), on: drill, by: .lea) }
    #expect(try store.desk.commsDue()[0].listeners.map(\.audience) == [.team, .management])
    let page = try store.desk.publicPage().page
    #expect(page.items.isEmpty && page.isDrill && page.html.contains("DRILL"))
  }
}
