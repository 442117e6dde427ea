package import EventLog

/// A suspected cause, and what speaks for or against it.
package struct Hypothesis: Hashable, Sendable, Codable {
  /// What is known of it.
  package enum State: String, Sendable, Codable, CaseIterable {
    case open, confirmed
    case ruledOut = "ruled_out"
  }

  package var id: EventID
  package var number: Int
  package var text: String
  package var person: String
  package var at: Instant
  package var state = State.open
  package var evidence: String?
  package var settledBy: String?
  package var settledAt: Instant?
}

extension [Hypothesis] {
  /// One that was ruled out and says nearly the same; the likest, so that nobody looks there twice.
  package func ruledOut(like text: String) -> Hypothesis? {
    filter { $0.state == .ruledOut }
      .map { ($0, Likeness.of($0.text, text)) }
      .filter { $0.1 >= Likeness.same }
      .max { ($0.1, $0.0.number) < ($1.1, $1.0.number) }?.0
  }
}
