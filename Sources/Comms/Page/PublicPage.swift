package import EventLog
package import Incidents

/// The status page of our own: what the public was told, and nothing else.
package struct PublicPage: Hashable, Sendable {
  /// One incident as the public knows it.
  package struct Item: Hashable, Sendable {
    package var label: String
    package var title: String
    package var state: UpdateState
    /// When the public first heard of it.
    package var toldAt: Instant
    /// What was said, the newest first.
    package var updates: [SentText]

    package var isOver: Bool { state == .resolved }

    /// When the last message promised another; nil once it is over.
    package var nextUpdateAt: Instant? { isOver ? nil : updates.first?.nextUpdateAt }
    package var resolvedAt: Instant? { updates.prefix { $0.state == .resolved }.last?.at }

    /// - Returns: nil where the public was told nothing.
    package init?(label: String, sent: [SentText]) {
      let told = sent.filter { $0.audience == .everyone }.sorted { ($0.at, $0.id) > ($1.at, $1.id) }
      guard let last = told.first, let first = told.last else { return nil }
      self.label = label
      title = told.compactMap(\.title).first ?? "Incident \(label)"
      state = last.state ?? .investigating
      toldAt = first.at
      updates = told
    }
  }

  package var title: String
  /// All of it is an exercise.
  package var isDrill: Bool
  /// When this page was made.
  package var writtenAt: Instant
  /// What goes on first, then what is over, each the newest first.
  package var items: [Item]

  package init(title: String, isDrill: Bool = false, writtenAt: Instant, items: [Item]) {
    self.title = title
    self.isDrill = isDrill
    self.writtenAt = writtenAt
    self.items = items.sorted { ($0.isOver ? 1 : 0, $1.toldAt) < ($1.isOver ? 1 : 0, $0.toldAt) }
  }

  /// When the public was told anything last; nil where it never was.
  package var updatedAt: Instant? { items.compactMap { $0.updates.first?.at }.max() }
  package var isAllWell: Bool { items.allSatisfy(\.isOver) }
}
