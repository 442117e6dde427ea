package import Commands
import EventLog
import Incidents

extension ScreenState {
  /// Where the person is and what is selected, as the registry asks for it.
  package var situation: Situation {
    let row = selectedIncident
    return Situation(
      place: place.registered, incident: row, entry: selectedEntry, run: shownRun, step: selectedStep,
      options: stepperPage?.options ?? [], runbook: selectedRunbook, onCall: place == .onCall ? onCall : nil,
      shift: selectedShift, isReadOnly: isReadOnly, undoable: row.flatMap { details[$0.id]?.undoable },
      knownAt: roomDetail?.knownAt.map(momentWords), detail: roomDetail ?? row.flatMap { details[$0.id] },
      listed: board?.rows ?? [],
      people: board?.header.people ?? [], contacts: board?.header.contacts ?? [], person: board?.header.user,
      isUndoKnown: row.map { isCurrent($0.id) } ?? true, message: writtenMessage)
  }

  /// Whether what is known of an incident is what the store says: nothing about it is on its way.
  private func isCurrent(_ id: StreamID) -> Bool {
    details.contains(id) && !pending.contains { $0.incident == id }
      && (loading.isFresh(.incident(id, entries: ScreenState.previewEntries))
        || loading.isFresh(.incident(id, entries: room.limit)))
  }

  /// What `u` would take back of a change that was just made; nil where the key is not to be had for it here.
  func undoable(of changed: StreamID?) -> String? {
    let situation = situation
    guard let changed, situation.incident?.id == changed, let undo = Registry.command(for: "u", at: situation.place),
      Registry.obstacle(to: undo, in: situation) == nil
    else { return nil }
    return situation.undoable
  }

  /// The incident that a command would be about; nil where what was selected has gone.
  package var selectedIncident: IncidentRow? {
    switch place {
    case .list: listedRow
    case .room(let id): roomDetail?.row ?? details[id]?.row ?? boardRow(id)
    case .messages(let id): details[id]?.row ?? boardRow(id)
    case .stepper(_, _, let incident): incident.flatMap { details[$0]?.row ?? boardRow($0) }
    case .past: past.flatMap { page in page.rows.first { $0.row.id == pastPosition.selection.id }?.row }
    case .runbooks: runbookIncident.flatMap { details[$0]?.row ?? boardRow($0) }
    case .onCall, .board: nil
    }
  }

  private var listedRow: IncidentRow? { listedIndex.flatMap { board?.rows[$0] } }

  /// Where the selected incident stands in the list.
  var listedIndex: Int? {
    guard let board, let id = list.id else { return nil }
    if list.index < board.rows.count, board.rows[list.index].id == id { return list.index }
    return board.rows.firstIndex { $0.id == id }
  }

  func boardRow(_ id: StreamID) -> IncidentRow? { board?.rows.first { $0.id == id } }

  /// The entries of the room that is open, the oldest first.
  var entries: [TimelineRow] { roomDetail?.timeline ?? [] }

  /// The entry that a mark would be for: the selected one, else the newest.
  var selectedEntry: TimelineRow? {
    guard let id = room.entry else { return entries.last }
    return entries.last { $0.id == id }
  }

  /// The page of the runbook that is open, once it is loaded.
  var stepperPage: RunbookPage? {
    guard case .stepper(let name, _, _) = place, let runbookPage, runbookPage.row.name == name else { return nil }
    return runbookPage
  }

  /// The clocks of the run that is open; nil where there are none.
  var stepperClocks: StyledLine? {
    guard let page = stepperPage, let run = shownRun else { return nil }
    return StepperClocks.line(page, run: run, incident: selectedIncident, state: self)
  }

  /// The run that the keys are for.
  var shownRun: RunRow? {
    guard case .stepper(_, let run, _) = place, let shown = stepperPage?.row.run, run == nil || shown.id == run
    else { return nil }
    return run == nil && shown.finishedAt != nil ? nil : shown
  }

  /// The shift that a command on the on-call screen would be about.
  var selectedShift: ShiftRow? {
    guard place == .onCall, let id = shiftSelection.id else { return nil }
    return onCall?.shifts.first { $0.id == id }
  }

  private var selectedRunbook: String? {
    switch place {
    case .runbooks: runbookSelection.id
    case .stepper(let name, _, _): name
    default: nil
    }
  }

  /// The step that the keys are for: the chosen one, else the first not done, not counting those on their way.
  var selectedStep: StepRow? {
    guard let page = stepperPage else { return nil }
    if let chosen = stepper.step { return page.steps.first { $0.number == chosen } }
    let onTheirWay = pendingSteps
    return page.steps.first { $0.state == .todo && !onTheirWay.contains($0.number) } ?? page.steps.last
  }

  /// The steps of the open run whose command is not answered yet.
  var pendingSteps: Set<Int> {
    guard let run = shownRun?.id else { return [] }
    var steps: Set<Int> = []
    for item in pending {
      guard case .run(let id, let action) = item.command, id == run else { continue }
      switch action {
      case .finish(let step, _), .skip(let step, _): steps.insert(step)
      case .note, .reopen, .take, .give, .complete, .abandon: break
      }
    }
    return steps
  }

  /// "Loading …", and from a second on how long it has lasted.
  func waitingWords(_ verb: String) -> String {
    let start = " \(verb) \(Character(glyphs.ellipsis))"
    guard let since = loading.waiting.values.min(), now - since >= .seconds(1) else { return start }
    return start + " " + SpanWords.short(now - since)
  }

  /// The tabs that have something in them, with their digits.
  var tabs: [(digit: String, title: String, place: ScreenPlace)] {
    var tabs: [(digit: String, title: String, place: ScreenPlace)] = [("1", "Incidents", .list)]
    if onCall?.isConfigured == true || board?.header.onCall != nil || place == .onCall {
      tabs.append(("2", "On call", .onCall))
    }
    if board?.header.hasRunbooks == true || place == .runbooks { tabs.append(("3", "Runbooks", .runbooks)) }
    if lastEnded != nil || place == .past { tabs.append(("4", "Past", .past)) }
    return tabs
  }
}
