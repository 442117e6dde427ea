import Commands
import EventLog
import Incidents

extension ScreenState {
  /// Does what a key for moving means.
  /// - Returns: false for any other action, which is left undone.
  mutating func move(_ action: InterfaceAction) -> Bool {
    switch action {
    case .moveUp: move(by: -1)
    case .moveDown: move(by: 1)
    case .pageUp: turnPage(by: -max(1, size.rows / 2))
    case .pageDown: turnPage(by: max(1, size.rows / 2))
    case .top: move(by: .min / 2)
    case .bottom: move(by: .max / 2)
    default: return false
    }
    return true
  }

  /// Moves the selection, or scrolls where nothing can be selected.
  mutating func move(by distance: Int) {
    switch place {
    case .list: moveInList(by: distance)
    case .past:
      guard let rows = past?.rows else { return }
      pastPosition.selection.select(pastPosition.selection.index + distance, count: rows.count) { rows[$0].row.id }
    case .runbooks:
      guard let rows = runbooks else { return }
      runbookSelection.select(runbookSelection.index + distance, count: rows.count) { rows[$0].name }
    case .room:
      if let detail = roomDetail, showsBrief(of: detail) {
        room.briefScroll = max(0, room.briefScroll + distance)
      } else if room.showsFacts {
        room.factsScroll = max(0, room.factsScroll + distance)
      } else {
        moveInTimeline(by: distance)
      }
    case .stepper: moveInSteps(by: distance)
    case .onCall: moveInShifts(by: distance)
    case .messages: message.scroll = MessageView.scrolled(self, to: message.scroll + distance)
    case .board: break
    }
  }

  /// To the next shift where it is on the screen, else a line further: what stands above the shifts is read through, and
  /// nothing is passed over.
  private mutating func moveInShifts(by distance: Int) {
    guard let shifts = onCall?.shifts else { return }
    let (lines, selected) = OnCallView.lines(self, width: size.columns)
    let scrolled = ScrolledLines(lines, height: ScreenLayout(self, size).body.height)
    var index = shiftSelection.index
    let first = (selected ?? lines.count) - index
    for _ in 0..<min(abs(distance), lines.count + shifts.count) {
      let seen = scrolled.seen(from: pageScroll)
      let next = index + distance.signum()
      let isSeen = seen.contains(first + index) && seen.contains(first + next)
      if isSeen, shifts.indices.contains(next) {
        index = next
      } else {
        pageScroll = min(max(0, pageScroll + distance.signum()), scrolled.end)
        // What has left the screen on one side is not to be acted on by accident.
        let now = scrolled.seen(from: pageScroll)
        if distance > 0, first + index < now.lowerBound { index = min(shifts.count - 1, now.lowerBound - first) }
      }
    }
    shiftSelection.select(index, count: shifts.count) { shifts[$0].id }
  }

  /// In a runbook a page is one of the step's text; the steps are gone through one by one.
  mutating func turnPage(by distance: Int) {
    if case .stepper = place { stepper.scroll = max(0, stepper.scroll + distance / 2) } else { move(by: distance) }
  }

  private mutating func moveInList(by distance: Int) {
    guard let rows = board?.rows else { return }
    // Beside the line of one that has gone, the next one down stands at its place already.
    let target = list.index + (ghost != nil && distance > 0 ? distance - 1 : distance)
    if ghost != nil { ghost = nil }
    list.select(target, count: rows.count) { rows[$0].id }
  }

  private mutating func moveInTimeline(by distance: Int) {
    let entries = entries
    guard !entries.isEmpty else { return }
    let last = entries.count - 1
    let current = room.entry.flatMap { wanted in entries.lastIndex { $0.id == wanted } } ?? last
    let target = min(max(0, current + distance), last)
    room.entry = target == last ? nil : entries[target].id
    if target == 0, distance < 0, let detail = roomDetail, detail.earlierEntries > 0 {
      room.limit = entries.count + 500
    }
  }

  private mutating func moveInSteps(by distance: Int) {
    guard let page = stepperPage else { return }
    if stepper.showsSource {
      stepper.scroll = max(0, stepper.scroll + distance)
      return
    }
    guard !page.steps.isEmpty else { return }
    let current = selectedStep.flatMap { step in page.steps.firstIndex { $0.number == step.number } } ?? 0
    stepper.step = page.steps[min(max(0, current + distance), page.steps.count - 1)].number
    stepper.scroll = 0
  }

  mutating func pressFind(_ field: TextField, _ key: Key) {
    var field = field
    switch field.press(key) {
    case .edited: mode = .find(field)
    case .ignored: break
    case .cancelled: mode = .keys
    case .submitted:
      mode = .keys
      if place == .past {
        pastPosition = PastPosition(words: field.text)
      } else {
        findWords = field.text
        findNext(by: place.registered == .room ? -1 : 1)
      }
    }
  }

  /// Selects the next row that holds the words, round the end; a timeline is searched from the newest back.
  mutating func findNext(by step: Int) {
    guard place != .past else { return move(by: step) }
    guard !findWords.isEmpty else {
      notice = Notice("Nothing to look for yet: / asks for a word.")
      return
    }
    let count = rowCount
    let start = currentRow
    for distance in stride(from: 1, through: count, by: 1) {
      let place = (start + distance * step % max(1, count) + count) % max(1, count)
      if rowText(place).lowercased().contains(findWords.lowercased()) {
        return select(row: place)
      }
    }
    notice = Notice("Nothing here holds \"\(findWords)\".")
  }

  /// Selects a row wherever it is, and brings it onto the screen.
  private mutating func select(row: Int) {
    guard place == .onCall, let shifts = onCall?.shifts else { return move(by: row - currentRow) }
    shiftSelection.select(row, count: shifts.count) { shifts[$0].id }
    let (lines, selected) = OnCallView.lines(self, width: size.columns)
    guard let selected else { return }
    let scrolled = ScrolledLines(lines, height: ScreenLayout(self, size).body.height)
    if !scrolled.seen(from: pageScroll).contains(selected) { pageScroll = min(selected, scrolled.end) }
  }

  private var rowCount: Int {
    switch place {
    case .list: board?.rows.count ?? 0
    case .runbooks: runbooks?.count ?? 0
    case .room: entries.count
    case .stepper: stepperPage?.steps.count ?? 0
    case .onCall: onCall?.shifts.count ?? 0
    case .past, .messages, .board: 0
    }
  }

  private var currentRow: Int {
    switch place {
    case .list: list.index
    case .runbooks: runbookSelection.index
    case .room: room.entry.flatMap { wanted in entries.lastIndex { $0.id == wanted } } ?? max(0, entries.count - 1)
    case .stepper:
      selectedStep.flatMap { step in stepperPage?.steps.firstIndex { $0.number == step.number } } ?? 0
    case .onCall: shiftSelection.index
    case .past, .messages, .board: 0
    }
  }

  private func rowText(_ index: Int) -> String {
    switch place {
    case .list:
      board.map { board in
        let row = board.rows[index]
        return "#\(row.label) \(row.severityLabel) \(row.status.rawValue) \(row.service ?? "") \(row.title)"
      } ?? ""
    case .runbooks: runbooks.map { "\($0[index].name) \($0[index].title) \($0[index].service ?? "")" } ?? ""
    case .room: entries[index].person + " " + entries[index].label + " " + entries[index].text
    case .stepper: stepperPage.map { $0.steps[index].title + " " + $0.steps[index].text } ?? ""
    case .onCall:
      onCall.map { page in
        let shift = page.shifts[index]
        return "\(shift.role) \(shift.person ?? "NOBODY") \(shift.startText) \(shift.endText)"
      } ?? ""
    case .past, .messages, .board: ""
    }
  }
}
