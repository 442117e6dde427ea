package import EventLog

/// An action item and the incident it came from.
package struct TrackedAction: Hashable, Sendable {
  package var incident: StreamID
  /// "42", as people call it.
  package var label: String
  package var title: String
  package var item: ActionItem

  package init(incident: StreamID, label: String, title: String, item: ActionItem) {
    self.incident = incident
    self.label = label
    self.title = title
    self.item = item
  }

  /// Open ones first, the earliest due of them foremost; those without a date after those with one.
  package func isBefore(_ other: TrackedAction) -> Bool {
    func key(_ one: TrackedAction) -> (Int, Int64, String, Int) {
      (one.item.state == .open ? 0 : 1, one.item.dueAt?.milliseconds ?? .max, one.label, one.item.number)
    }
    return key(self) < key(other)
  }

  /// The object of `postmortem action list --json`.
  package func json(at now: Instant) -> JSONValue {
    var fields = item.json(at: now)
    fields["incident"] = .string(label)
    fields["incident_title"] = .string(title)
    return .object(fields)
  }

  /// "#42 A3  open     due 2026-12-01  platform  add a limit".
  package func line(at now: Instant) -> String {
    let due = item.dueAt.map { "due " + $0.dateAndClock.prefix(10) } ?? "no date"
    let isLate = item.state != .open && item.promise(at: now) == .broken
    let state = item.isOverdue(at: now) ? "OVERDUE" : item.state.rawValue + (isLate ? " late" : "")
    let lacks = item.state == .open && !item.lacks.isEmpty ? "  (lacks \(item.lacks.joined(separator: ", ")))" : ""
    return "#\(label) A\(item.number)  \(state)  \(due)  \(item.owner ?? "nobody")  \(item.text)\(lacks)"
  }
}
