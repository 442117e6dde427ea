import Comms
import EventLog
import Incidents

/// What people are told: written, looked at, sent.
extension Registry {
  private static let needsMessage: @Sendable (Situation) -> String? = { situation in
    situation.message == nil ? "no message is open" : nil
  }

  private static func onMessage(
    _ make: @escaping @Sendable (WrittenMessage, RegisteredCommand.Given, Situation) -> any IncidentCommand
  ) -> RegisteredCommand.Action {
    .command { situation, given in
      guard let message = situation.message else { return .failure(Trouble(.refused, "No message is open.")) }
      return .success(.incident(message.page.id, make(message, given, situation), revision: nil))
    }
  }

  /// The ways that somebody may have taken, those that the configuration names first.
  private static let carriers: @Sendable (Situation) -> [RegisteredCommand.Choice] = { situation in
    guard let message = situation.message else { return [] }
    var names = message.byHand
    for name in (message.page.ways[message.draft.audience] ?? []).map(\.channel) + ["phone", "mail", "chat"]
    where !names.contains(name) { names.append(name) }
    return zip("123456789", names).map { RegisteredCommand.Choice($0, $1, value: $1) }
  }

  static let messageCommands: [RegisteredCommand] = [
    RegisteredCommand(
      "message.open", "Tell people", keys: ["c"], places: [.list, .room], effect: .change,
      help: "Write what people are to be told: prefilled, checked, with what is new in it.",
      verb: "comms draft N", short: "tell", footer: 47,
      obstacle: { situation in
        guard let row = situation.incident else { return noIncident(situation) }
        return row.status == .closed ? "#\(row.label) is closed" : nil
      }, action: .interface(.writeMessage)),
    RegisteredCommand(
      "message.write", "Write", keys: ["e"], places: [.messages], effect: .change,
      help: "Change its one sentence.", verb: "comms draft N --say TEXT", footer: 20, obstacle: needsMessage,
      action: .interface(.writeSentence)),
    RegisteredCommand(
      "message.send", "Send", keys: ["Enter"], places: [.messages], effect: .outward,
      help: "Say whom it goes to, and ask; what the public reads wants the number typed.", verb: "comms send N",
      footer: 10, obstacle: needsMessage, action: .interface(.sendMessage)),
    RegisteredCommand(
      "message.audience", "Audience", keys: ["Tab"], places: [.messages], effect: .read,
      help: "Turn to the next audience: the team, the public, customers, management, a VIP.", verb: "comms due N",
      footer: 30, obstacle: needsMessage, action: .interface(.nextAudience)),
    RegisteredCommand(
      "message.approve", "Approve", keys: ["A"], places: [.messages], effect: .change,
      help: "Approve this text, as the commander, for whoever sends it.", verb: "comms check N --approve TEXT",
      footer: 40,
      obstacle: { situation in
        guard let message = situation.message else { return "no message is open" }
        if !message.draft.audience.wantsApproval { return "\(message.draft.audience.words) wants no approval" }
        return message.isBlocked ? "it has gaps" : nil
      }, action: onMessage { message, _, _ in ApproveMessage(message.draft.text, for: message.draft.audience) }),
    RegisteredCommand(
      "message.sent", "Mark as sent", keys: ["M"], places: [.messages], effect: .change,
      help: "Record that it went out by another way.", verb: "comms sent N TEXT", short: "mark sent",
      input: .choices(prompt: "It went out by", carriers), footer: 50,
      obstacle: { situation in
        guard let message = situation.message else { return "no message is open" }
        return message.isBlocked ? "it has gaps" : nil
      }, action: onMessage { message, given, _ in message.carried(by: given.text) }),
    RegisteredCommand(
      "message.handOver", "Hand over", keys: ["H"], places: [.messages], effect: .change,
      help: "Give the writing to somebody, as a task with the words so far.", verb: "incident task N TEXT",
      short: "hand over", input: .line(prompt: "Who writes it"), footer: 60, obstacle: needsMessage,
      action: onMessage { message, given, situation in
        Delegate(
          "write to \(message.draft.audience.words): \(message.draft.sentence)",
          to: PersonName.meant(by: given.text, among: situation.people), within: nil)
      }),
  ]
}
