import EventLog

/// What the timeline and the search say of an event, in its effective version.
struct EntryText: Equatable {
  /// Nil where a person would not call the event an entry.
  var text: String?
  /// The one word in front of it.
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
    label = fold?.label(event) ?? String(event.stream.kind)
  }

  init(_ effective: EffectiveEvent, fold: FoldDescription?) {
    self.init(effective.event, fold: fold)
    correctedBy = effective.correctedBy
    isRetracted = effective.isRetracted
    isRedacted = effective.isRedacted
  }

  /// The fold's words for what it knows. A kind of a newer Sitrep is shown as text: its name and its body.
  private static func text(of event: Event, fold: FoldDescription?) -> String? {
    if let fold, fold.payloads.contains(where: { $0.kind == event.kind }) { return fold.text(event) }
    guard event.kind != EventCorrected.kind, event.kind != EventRedacted.kind, event.kind != DeadlineSet.kind,
      event.stream.kind != "log"
    else { return nil }
    let words = fold?.text(event)
    return words ?? event.kind + " " + (event.payload.map { String($0.prefix(400)) } ?? Redaction.mark)
  }
}
