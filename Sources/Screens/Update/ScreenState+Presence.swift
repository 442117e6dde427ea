import Commands
import EventLog

extension ScreenState {
  /// Tells the others where the person is, once it changes and once a minute; whoever only looks is not there.
  mutating func tellPresence(_ effects: inout [ScreenEffect]) {
    guard !isReadOnly, board != nil else { return }
    var seen = ReportedPresence()
    switch place {
    case .room(let id), .messages(let id): seen.room = id
    default: break
    }
    if case .composer(let composer) = mode, !composer.field.isEmpty {
      seen.room = composer.incident
      seen.draftingSince = presence.room == composer.incident ? presence.draftingSince ?? now : now
    }
    let isDue = seen.room != nil && presenceToldAt.map { now - $0 >= ReportedPresence.every } ?? true
    guard seen != presence || isDue else { return }
    presence = seen
    presenceToldAt = now
    effects.append(.beHere(seen.room, draftingSince: seen.draftingSince))
    if let room = seen.room { loading.forget(.incident(room, entries: self.room.limit)) }
  }

  /// "mira, jon drafting since 14:29": who else has a room open.
  func presentWords(_ detail: IncidentDetail) -> String? {
    guard !detail.present.isEmpty else { return nil }
    return detail.present.map { other in
      other.person + (other.draftingSince.map { " drafting since \(ClockWords.time($0, offset: offset))" } ?? "")
    }.joined(separator: ", ")
  }
}
