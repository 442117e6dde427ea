import Commands
import EventLog

extension ScreenState {
  /// How long nobody has written anything in the room of an open SEV1; nil where that is no matter.
  var quietFor: Span? {
    guard case .room(let id) = place, !isReadOnly, room.knownAt == nil, let detail = details[id],
      !showsBrief(of: detail)
    else { return nil }
    return quiet(detail.row)
  }

  /// The SEV1 on which nobody has written for longest.
  var quietest: (row: IncidentRow, span: Span)? {
    let quiet = board?.rows.compactMap { row in self.quiet(row).map { (row: row, span: $0) } }
    return quiet?.max { $0.span < $1.span }
  }

  private func quiet(_ row: IncidentRow) -> Span? {
    guard let due = row.wordDue(at: now), due.dueAt <= now, let last = row.lastWordAt else { return nil }
    return now - last
  }
}
