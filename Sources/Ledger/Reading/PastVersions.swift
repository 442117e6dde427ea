import EventLog

/// Entries as they were known at a time: a correction recorded later does not count.
struct PastVersions {
  private let reading: Reading
  private let known: Instant
  private var resolved: [StreamID: [EventID: EntryText]] = [:]

  init(_ reading: Reading, _ known: Instant) {
    self.reading = reading
    self.known = known
  }

  /// Nil where it was not an entry then.
  mutating func version(of entry: Entry) throws -> Entry? {
    guard entry.correctedBy != nil else { return entry }
    if resolved[entry.stream] == nil { resolved[entry.stream] = try resolve(entry.stream) }
    guard let past = resolved[entry.stream]?[entry.id], let text = past.text else { return nil }
    var entry = entry
    entry.text = text
    entry.label = past.label
    entry.happenedAt = past.happenedAt
    entry.precision = past.precision
    entry.correctedBy = past.correctedBy
    entry.isRetracted = past.isRetracted
    return entry
  }

  private func resolve(_ stream: StreamID) throws -> [EventID: EntryText] {
    let fold = reading.shape.fold(of: stream)
    let events = try reading.events(stream: stream, asKnownAt: known)
    var texts: [EventID: EntryText] = [:]
    for effective in EffectiveEvent.resolve(events, payloads: fold?.payloads ?? []) {
      texts[effective.event.id] = EntryText(effective, fold: fold)
    }
    return texts
  }
}
