import Commands
import EventLog
import Incidents

extension ScreenState {
  /// How long nobody has written anything in the room of an open SEV1; nil where that is no matter.
  var quietFor: Span? {
    guard case .room(let id) = place, !isReadOnly, room.knownAt == nil, let detail = details[id],
      !showsBrief(of: detail)
    else { return nil }
    return detail.row.silence(at: now)
  }

  /// The SEV1 on which nobody has written for longest.
  var quietest: (row: IncidentRow, span: Span)? {
    wordy.compactMap { row in row.silence(at: now).map { (row: row, span: $0) } }.max { $0.span < $1.span }
  }
}
