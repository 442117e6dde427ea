import Commands
import EventLog
import Incidents

extension ScreenState {
  /// A SEV1 that somebody works on wants a word at least this often.
  static let quietMinutes = Span.minutes(10)

  /// How long nobody has written anything in the room of an open SEV1; nil where that is no matter.
  var quietFor: Span? {
    guard case .room(let id) = place, !isReadOnly, let detail = details[id], !showsBrief(of: detail),
      detail.row.severity == .sev1, detail.row.status == .acknowledged || detail.row.status == .mitigated,
      !detail.row.isSnoozed(at: now),
      let last = detail.timeline.lazy.filter({ $0.assurance != .machine }).map(\.recordedAt).max(),
      now - last >= ScreenState.quietMinutes
    else { return nil }
    return now - last
  }
}
