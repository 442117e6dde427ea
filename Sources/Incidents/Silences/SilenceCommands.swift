package import EventLog

/// Adds a silence, or announces maintenance.
package struct AddSilence: Sendable {
  /// Nobody is to be kept asleep for longer by one word.
  package static let longest = Span.days(14)

  package var kind: Silence.Kind
  package var matchers: [SilenceMatcher]
  /// Nil for now.
  package var from: Instant?
  package var until: Instant
  /// Where it lasts for so long from its beginning: then that counts, and not `until`.
  package var length: Span?
  package var reason: String

  /// One that lasts for so long.
  package init(_ kind: Silence.Kind, matchers: [SilenceMatcher], from: Instant? = nil, length: Span, reason: String) {
    self.init(kind, matchers: matchers, from: from, until: from ?? Instant(milliseconds: 0), reason: reason)
    self.length = length
  }

  package init(
    _ kind: Silence.Kind, matchers: [SilenceMatcher], from: Instant? = nil, until: Instant, reason: String
  ) {
    self.kind = kind
    self.matchers = matchers
    self.from = from
    self.until = until
    self.reason = reason
  }

  /// The event of the new stream; whoever asks is the owner.
  /// - Throws: the refusal in words.
  package func drafts(in stream: StreamID, facts: Facts) throws(SilenceRefusal) -> [Draft] {
    let from = self.from ?? facts.now
    let until = length.map { from + $0 } ?? self.until
    guard !matchers.isEmpty else { throw .matchesEverything }
    guard !reason.trimmed.isEmpty else { throw .reasonMissing }
    guard from < until else { throw .endsBeforeItBegins }
    guard until > facts.now else { throw .isPast(until) }
    guard until - from <= Self.longest else { throw .tooLong }
    return [
      Draft(
        SilenceAdded(
          sort: kind, owner: facts.actor.person, matchers: matchers, from: max(from, facts.now), until: until,
          reason: reason.trimmed),
        stream: stream, happenedAt: facts.now, drill: facts.drill)
    ]
  }
}

/// Ends a silence or a maintenance window before its time.
package struct EndSilence: Sendable {
  package var reason: String?

  package init(reason: String? = nil) { self.reason = reason }

  /// - Throws: the refusal in words.
  package func drafts(on silence: Silence, facts: Facts) throws(SilenceRefusal) -> [Draft] {
    guard silence.exists else { throw .unknown }
    guard silence.isAhead(at: facts.now) else { throw .isOver(silence.end) }
    let why = reason?.trimmed ?? ""
    return [
      Draft(
        SilenceEnded(reason: why.isEmpty ? nil : why), stream: silence.id, happenedAt: facts.now, drill: facts.drill)
    ]
  }
}
