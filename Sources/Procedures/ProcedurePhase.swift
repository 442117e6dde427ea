package import EventLog

/// A part of a procedure with its time on the clock: "Immediate actions (0-5 min)".
package struct ProcedurePhase: Hashable, Sendable, Codable {
  /// The heading without the times.
  package var title: String
  /// Counted from the beginning of the run.
  package var start: Span
  package var end: Span

  package init(title: String, start: Span, end: Span) {
    self.title = title
    self.start = start
    self.end = end
  }
}
