package import EventLog

/// A change of the schedule by hand, for a time. What of it lay in the past when it was ended stays.
package struct DutyEdit: Codable, Hashable, Sendable {
  /// What it does while it is in force.
  package enum Change: String, Codable, Sendable, CaseIterable {
    /// Puts somebody on call.
    case add
    /// Takes somebody off call, wherever they are.
    case remove
    /// Puts one person in another's place, and does nothing where the other is not on call.
    case replace
  }

  /// The event that made it.
  package var id: EventID
  /// `.temporary` or `.override`.
  package var layer: DutySource
  package var change: Change
  /// Nil for whatever role the person holds.
  package var role: DutyRole?
  /// Who is put on call, or taken off it; nil where nobody shall be on call.
  package var person: String?
  package var replaced: String?
  package var from: Instant
  /// When it ends by itself.
  package var until: Instant
  /// When somebody ended it, where that was earlier.
  package var endedAt: Instant?
  package var by: String
  package var reason: String?

  package init(
    id: EventID, layer: DutySource, change: Change, role: DutyRole?, person: String?, replaced: String? = nil,
    from: Instant, until: Instant, endedAt: Instant? = nil, by: String, reason: String? = nil
  ) {
    self.id = id
    self.layer = layer
    self.change = change
    self.role = role
    self.person = person
    self.replaced = replaced
    self.from = from
    self.until = until
    self.endedAt = endedAt
    self.by = by
    self.reason = reason
  }

  /// When it truly ends; its beginning where it was ended before that.
  package var end: Instant { endedAt.map { max(from, min(until, $0)) } ?? until }

  package func covers(_ instant: Instant) -> Bool { from <= instant && instant < end }

  package func concerns(_ role: DutyRole) -> Bool { self.role == nil || self.role == role }
}

extension DutyEdit {
  /// "jon for mira (primary)", "without mira", "jon (primary)".
  package var words: String {
    let name = person ?? "nobody"
    let place = role.map { " (\($0.rawValue))" } ?? ""
    return switch change {
    case .add: name + place
    case .remove: "without \(name)" + place
    case .replace: "\(name) for \(replaced ?? "nobody")" + place
    }
  }
}
