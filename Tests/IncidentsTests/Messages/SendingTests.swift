import EventLog
import Incidents
import TestSupport
import Testing

@Suite("A message that letters carry")
struct SendingTests {
  private static let clocks = ClockPolicy(publicFrom: [.sev1, .sev2])

  private func declared() throws -> IncidentScenario {
    var scenario = IncidentScenario(clocks: Self.clocks)
    try scenario.declare(Declare(title: "Checkout fails", severity: .sev1, service: "checkout"))
    try scenario.perform(AssignRole(.commander, person: "lea"))
    return scenario
  }

  private func message(_ audience: Audience = .everyone, _ channels: [String] = ["statuspage", "slack"]) -> SendMessage
  {
    var message = SendMessage("Checkout fails for some.", to: audience, by: channels.joined(separator: ", "))
    message.letters = channels.map {
      Letter(key: "", channel: $0, content: LetterContent(title: "t", text: "x", subject: "s"))
    }
    return message
  }

  private func failed(_ message: EventID, _ way: Int) -> RecordMessage {
    RecordMessage(message: message, way: way, result: .failed(because: "It answered 404.", isFinal: true))
  }

  @Test("keeps a promise while any of them may arrive")
  func oneIsEnough() throws {
    var scenario = try declared()
    let sent = try scenario.perform(message(), at: "10:12")[0].id
    #expect(scenario.incident.lastSending(to: .everyone)?.ways.map(\.result) == [.waiting, .waiting])
    try scenario.perform(failed(sent, 0), at: "10:13")
    #expect(scenario.due(Clocks.publicUpdate) == .at("10:42"))
    try scenario.perform(RecordMessage(message: sent, way: 1, result: .sent(receipt: "ok")), at: "10:13")
    let ways = try #require(scenario.incident.lastSending(to: .everyone)?.ways)
    #expect(ways.map(\.result) == [.failed, .sent] && ways[0].because == "It answered 404.")
    #expect(
      scenario.history.compactMap(IncidentFold.text).suffix(2) == [
        "Message to the public by statuspage failed, nobody read it there: It answered 404.",
        "Message to the public went out by slack: ok",
      ])
    // Told again, it changes nothing.
    #expect(try scenario.perform(RecordMessage(message: sent, way: 1, result: .sent(receipt: nil))).isEmpty)
    #expect(try scenario.perform(RecordMessage(message: sent, way: 7, result: .sent(receipt: nil))).isEmpty)
  }

  @Test("has kept nothing where all of them fail, and what was promised runs again")
  func nobodyReadIt() throws {
    var scenario = try declared()
    let sent = try scenario.perform(message(), at: "10:12")[0].id
    try scenario.perform(failed(sent, 0), at: "10:13")
    try scenario.perform(failed(sent, 1), at: "10:14")
    #expect(scenario.incident.lastTold(.everyone) == nil && scenario.incident.firstPublicUpdateAt == nil)
    #expect(scenario.due(Clocks.publicUpdate) == .at("10:15"))
    #expect(scenario.incident.lastSending(to: .everyone)?.isUnheard == true)
    // Sent again it arrives, late: that is when people knew.
    try scenario.perform(RecordMessage(message: sent, way: 0, result: .sent(receipt: nil)), at: "10:20")
    #expect(scenario.incident.lastTold(.everyone)?.at == .at("10:20"))
    #expect(scenario.due(Clocks.publicUpdate) == .at("10:50"))
    let ended = scenario.incident.deadlines.filter { $0.kind == Clocks.publicUpdate && !$0.isOpen }
    #expect(ended.map { $0.state(at: scenario.now) } == [.broken])
  }

  @Test("of the team falls back to what was said before")
  func fallsBack() throws {
    var scenario = try declared()
    try scenario.perform(SendMessage("one", to: .team, by: "phone"), at: "10:05")
    #expect(scenario.due(Clocks.update) == .at("10:35"))
    let sent = try scenario.perform(message(.team, ["slack"]), at: "10:30")[0].id
    #expect(scenario.due(Clocks.update) == .at("11:00"))
    try scenario.perform(failed(sent, 0), at: "10:31")
    #expect(scenario.due(Clocks.update) == .at("10:35"))
    #expect(scenario.incident.lastUpdateAt == .at("10:05"))
    // What was said meanwhile by hand stands.
    var other = try declared()
    let first = try other.perform(message(.team, ["slack"]), at: "10:05")[0].id
    try other.perform(SendMessage("by phone", to: .team, by: "phone"), at: "10:10")
    try other.perform(failed(first, 0), at: "10:11")
    #expect(other.due(Clocks.update) == .at("10:40") && other.incident.lastUpdateAt == .at("10:10"))
  }

  @Test("is said to be tried again once, and to be in doubt each time")
  func words() throws {
    var scenario = try declared()
    let sent = try scenario.perform(message(.team, ["slack"]), at: "10:05")[0].id
    for attempt in 1...3 {
      let result = RecordPage.Result.failed(because: "503", isFinal: false)
      try scenario.perform(RecordMessage(message: sent, way: 0, result: result, attempt: attempt))
    }
    let doubt = RecordPage.Result.unknown(because: "No answer.", isRepeated: false)
    try scenario.perform(RecordMessage(message: sent, way: 0, result: doubt, attempt: 4))
    let occasions = scenario.history.filter { $0.kind == MessageFailed.kind }.compactMap(\.occasion)
    #expect(Set(occasions).count == 1 && occasions.count == 3)
    #expect(
      scenario.history.compactMap(IncidentFold.text).last
        == "Whether the message to the team went out by slack is not known: No answer.")
    #expect(scenario.incident.lastSending(to: .team)?.ways.map(\.result) == [.unknown])
    #expect(scenario.due(Clocks.update) == .at("10:35"))
  }

  @Test("wants the commander's word, which no reason replaces, and cannot be taken back")
  func approval() throws {
    var scenario = try declared()
    var mine = message()
    mine.unapproved = "nobody answered"
    #expect(throws: IncidentRefusal.approvalNeeded(.everyone, commander: "lea")) {
      try scenario.perform(mine, by: .tom)
    }
    try scenario.perform(message(.team, ["slack"]), at: "10:05")
    #expect(throws: IncidentRefusal.self) { try scenario.perform(Undo()) }
  }
}
