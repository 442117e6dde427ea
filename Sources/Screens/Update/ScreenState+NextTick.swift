import Commands
import EventLog

extension ScreenState {
  /// Once a minute on the minute for the clocks; each second only while something shown is below one.
  var nextTick: Instant? {
    guard size.rows > 0, size.columns > 0 else { return nil }
    let nextSecond = Instant(milliseconds: (now.milliseconds / 1_000 + 1) * 1_000)
    var next = Instant(milliseconds: (now.milliseconds / 60_000 + 1) * 60_000)
    if isWaitingVisibly { return nextSecond }
    for moment in shownMoments {
      let left = moment - now
      if abs(left.milliseconds) < 60_000 { return nextSecond }
      // The first millisecond at which the words change from minutes to seconds.
      if left > .zero { next = min(next, moment - .milliseconds(59_999)) }
    }
    return next
  }

  /// A question that the place depends on is on its way, and nothing is shown for it yet.
  private var isWaitingVisibly: Bool {
    guard !loading.waiting.isEmpty else { return false }
    return switch place {
    case .list, .board: board == nil
    case .room: roomDetail == nil
    case .messages(let id): draftPage?.id != id
    case .stepper: stepperPage == nil
    case .onCall: onCall == nil
    case .runbooks: runbooks == nil
    case .past: past == nil
    }
  }

  /// The moments that countdowns on the screen run to.
  private var shownMoments: [Instant] {
    var moments: [Instant] = []
    // The clocks of the past stand still.
    let isNow = roomDetail?.knownAt == nil
    if let overdue = board?.header.overdue { moments.append(overdue.dueAt) }
    var rows: [IncidentRow] = []
    switch place {
    case .list:
      if let board { rows = Array(board.rows[min(list.top, board.rows.count)...].prefix(size.rows)) }
    case .room, .messages, .stepper: rows = isNow ? selectedIncident.map { [$0] } ?? [] : []
    case .board: rows = wallRows
    case .onCall: moments += onCall?.offers.compactMap(\.dueAt) ?? []
    case .runbooks, .past: break
    }
    for row in rows { for deadline in row.deadlines where deadline.isOpen { moments.append(deadline.dueAt) } }
    if isNow, let id = selectedIncident?.id, let detail = details[id] {
      for run in detail.runs where run.finishedAt == nil {
        if let target = run.target { moments.append(run.startedAt + target) }
      }
    }
    if let page = stepperPage, let run = page.row.run, run.finishedAt == nil {
      if let target = run.target { moments.append(run.startedAt + target) }
      moments += StepperClocks.moments(page, run: run)
    }
    return moments
  }
}
