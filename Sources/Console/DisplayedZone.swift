package import EventLog

/// The wall clock that is shown beside UTC.
package struct DisplayedZone: Sendable {
  /// Nil where only UTC is shown.
  package var name: String?
  /// How far it is ahead of UTC at an instant.
  package var offset: @Sendable (Instant) -> Span

  package init(name: String?, offset: @escaping @Sendable (Instant) -> Span) {
    self.name = name
    self.offset = offset
  }
}
