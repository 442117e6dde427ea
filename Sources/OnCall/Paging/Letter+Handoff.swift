package import EventLog

extension Letter {
  private static let handoffMark = "handoff/"

  /// What tells somebody that a handover is not accepted; nobody is to be woken by it.
  /// - Parameter event: what says that they are reminded.
  package init(_ reminder: HandoffReminded, by way: PageWay, event: Event) {
    let title = "\(reminder.to) has not accepted \(reminder.role.rawValue) from \(reminder.from)"
    let isOwn = reminder.person == reminder.from
    let asked =
      isOwn
      ? "What is open stays with you until \(reminder.to) accepts; `sitrep oncall handoff --withdraw` takes it back"
      : "What is open is still \(reminder.from)'s; `sitrep oncall handoff --accept --reason TEXT` takes it over"
    self.init(
      key: "\(Self.handoffMark)\(event.id)/\(way.channel)", channel: way.channel, recipient: way.recipient,
      content: LetterContent(
        title: title, text: "\(title)\n\(reminder.person): \(asked).\nTo be told, not woken.", action: .update,
        urgency: .info, subject: "sitrep/\(Self.handoffMark)\(event.id)",
        details: ["person": reminder.person, "role": reminder.role.rawValue]),
      occasion: event.occasion, event: event.id, isDrill: event.drill, isRepeatable: way.isRepeatable)
  }

  /// Whether it reminds of a handover.
  package var isOfHandoff: Bool { key.hasPrefix(Self.handoffMark) }
}
