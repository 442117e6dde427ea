package import EventLog

/// How the events of a silence or maintenance window become its state.
package enum SilenceFold: Folding {
  package static let streamKind = "silence"
  package static let version = 1
  package static let payloads: [any EventPayload.Type] = [
    SilenceAdded.self, SilenceEnded.self, SilenceHeldBack.self,
  ]

  /// How many pages a state remembers; those after them are in the log.
  private static let mostHeldBack = 200

  package static let table = TableSpec(
    "silence",
    columns: [
      .text("kind"), .text("owner"), .text("matchers"), .integer("from_at"), .integer("end_at"), .text("reason"),
      .integer("held_back"),
    ],
    indexes: [.init("end_at")])
  package static var tables: [TableSpec] { [table] }

  package static func initial(_ stream: StreamID) -> Silence { Silence(id: stream) }

  package static func apply(_ event: Event, to silence: inout Silence) {
    switch event.kind {
    case SilenceAdded.kind:
      guard !silence.exists, let body = event.decoded(SilenceAdded.self) else { return }
      silence.kind = body.sort
      silence.owner = body.owner
      silence.matchers = body.matchers
      silence.from = body.from
      silence.until = body.until
      silence.reason = body.reason
    case SilenceEnded.kind:
      guard silence.exists, silence.endedAt == nil else { return }
      silence.endedAt = event.happenedAt
      silence.endedBy = event.actor.person
    case SilenceHeldBack.kind:
      guard let body = event.decoded(SilenceHeldBack.self), silence.heldBack.count < mostHeldBack else { return }
      silence.heldBack.append(
        Silence.HeldBack(
          incident: body.incident, number: body.number, title: body.title, severity: body.severity, level: body.level,
          at: event.happenedAt))
    default: break
    }
  }

  package static func rows(_ silence: Silence) -> [TableRow] {
    guard silence.exists else { return [] }
    return [
      TableRow(
        table.name,
        [
          .text(silence.kind.rawValue), .text(silence.owner), .text(silence.matcherText), .instant(silence.from),
          .instant(silence.end), .text(silence.reason), .integer(Int64(silence.heldBack.count)),
        ])
    ]
  }

  package static func label(of event: Event) -> String { "silence" }

  package static func text(of event: Event) -> String? {
    switch event.kind {
    case SilenceAdded.kind:
      event.decoded(SilenceAdded.self).map { body in
        let what = body.matchers.isEmpty ? "everything" : body.matchers.map(\.text).joined(separator: " ")
        return
          "\(body.sort == .maintenance ? "Maintenance" : "Silence") for \((body.until - body.from).words) on \(what): \(body.reason)"
      }
    case SilenceEnded.kind: "Ended before its time" + (event.decoded(SilenceEnded.self)?.reason.map { ": \($0)" } ?? "")
    case SilenceHeldBack.kind:
      event.decoded(SilenceHeldBack.self).map { "Kept a page of #\($0.number) back: \($0.title)" }
    default: nil
    }
  }
}
