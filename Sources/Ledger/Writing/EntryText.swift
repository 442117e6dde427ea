import EventLog

/// What the timeline and the search say of an event, in its effective version.
struct EntryText: Equatable {
  /// Nil where a person would not call the event an entry.
  var text: String?
  var label: String
  var incident: StreamID?
  var stamp: Stamp
  var happenedAt: Instant
  var precision: Precision
  var correctedBy: EventID?
  var isRetracted = false
  var isRedacted = false

  init(_ event: Event, fold: FoldDescription?) {
    incident = event.incident ?? (event.stream.kind == "incident" ? event.stream : nil)
    stamp = event.stamp
    happenedAt = event.happenedAt
    precision = event.precision
    text = EntryText.text(of: event, fold: fold)
    label = fold?.label(event) ?? event.kind
  }

  init(_ effective: EffectiveEvent, fold: FoldDescription?) {
    self.init(effective.event, fold: fold)
    correctedBy = effective.correctedBy
    isRetracted = effective.isRetracted
    isRedacted = effective.isRedacted
  }

  /// The entry as it stands in the table.
  init(_ row: Query) {
    incident = row.optionalText(0).map(StreamID.init(name:))
    stamp = Stamp(milliseconds: row.integer(1), counter: row.integer(2), node: row.text(3))
    happenedAt = row.instant(4)
    precision = Precision(rawValue: row.text(5)) ?? .unknown
    label = row.text(6)
    text = row.text(7)
    correctedBy = row.optionalText(8).flatMap { EventID($0) }
    isRetracted = row.flag(9)
    isRedacted = row.flag(10)
  }

  /// The fold's words. A kind of a newer Sitrep, or of a room that is not here, is shown as what it is: its name and
  /// its body.
  private static func text(of event: Event, fold: FoldDescription?) -> String? {
    if let fold {
      if let words = fold.text(event) { return words }
      if fold.payloads.contains(where: { $0.kind == event.kind }) { return nil }
    }
    guard !silentKinds.contains(event.kind), event.stream.kind != "log" else { return nil }
    return event.kind + " " + (event.payload.map { String($0.prefix(400)) } ?? Redaction.mark)
  }

  /// What a person would not call an entry, in any stream.
  private static let silentKinds: Set<String> = [EventCorrected.kind, EventRedacted.kind, DeadlineSet.kind]
}
