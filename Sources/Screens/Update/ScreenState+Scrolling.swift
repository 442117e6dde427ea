import Commands

extension ScreenState {
  /// Brings what is selected onto the screen and takes back what was scrolled beyond the end. Looks at what is near
  /// the selection only, so that a list of any length costs the same.
  mutating func scrollIntoView() {
    let layout = layout
    if case .help(let scroll) = mode {
      let count = HelpView.lines(self, width: size.columns).count
      mode = .help(scroll: min(scroll, max(0, count - layout.body.height)))
    }
    switch place {
    case .list: scrollList(layout.body)
    case .past: scrollPast(layout.body.height - 1)
    case .runbooks: scrollRunbooks(layout.body.height - (selectedIncident == nil ? 1 : 2))
    case .room: scrollRoom(layout.body)
    case .stepper: scrollStepper(layout.body)
    case .messages: message.scroll = MessageView.scrolled(self, to: message.scroll)
    case .board: break
    case .onCall:
      scrollShifts(max(1, layout.body.height))
    }
  }

  // What only reads the state stands in getters of its own: a mutating function would copy all of it to hand it on.

  private var layout: ScreenLayout { ScreenLayout(self, size) }

  private func listHeight(_ body: Region) -> Int { max(1, ListAreas(self, body).list.height) }

  private func listLines(_ index: Int) -> Int { ListAreas.hasSecondLine(self, index) ? 2 : 1 }

  private mutating func scrollShifts(_ height: Int) {
    let lines = OnCallView.lines(self, width: size.columns).lines
    pageScroll = min(pageScroll, ScrolledLines(lines, height: height).end)
  }

  private mutating func scrollList(_ body: Region) {
    guard let rows = board?.rows, !rows.isEmpty else {
      list.top = 0
      return
    }
    let height = listHeight(body)
    let selected = min(list.index, rows.count - 1)
    var room = height - (ghost == nil ? 0 : 1)
    var first = selected
    room -= min(listLines(selected), height)
    while first > 0 {
      room -= listLines(first - 1)
      if room < 0 { break }
      first -= 1
    }
    // Anything from the first row that still shows the selected one whole, up to the selected one itself.
    list.top = min(max(list.top, first), selected)
    if rows.count <= height { list.top = min(list.top, first) }
  }

  private mutating func scrollPast(_ height: Int) {
    guard let rows = past?.rows, !rows.isEmpty else { return }
    let selected = min(pastPosition.selection.index, rows.count - 1)
    var room = max(1, height) - PastView.height(rows[selected])
    var first = selected
    while first > 0 {
      room -= PastView.height(rows[first - 1])
      if room < 0 { break }
      first -= 1
    }
    pastPosition.selection.top = min(max(pastPosition.selection.top, first), selected)
  }

  private mutating func scrollRunbooks(_ height: Int) {
    guard let rows = runbooks, !rows.isEmpty else { return }
    let selected = min(runbookSelection.index, rows.count - 1)
    let first = max(0, selected - max(1, height) + 1)
    runbookSelection.top = min(max(runbookSelection.top, first), selected)
  }

  private mutating func scrollRoom(_ body: Region) {
    guard let detail = roomDetail else { return }
    let areas = RoomAreas(self, body)
    if showsBrief(of: detail) {
      room.briefScroll = min(room.briefScroll, HandoverBrief(detail, self, areas.brief).body.end)
      return
    }
    if room.showsFacts {
      let lines = FactLines.of(detail, width: max(1, size.columns - 2), state: self)
      room.factsScroll = min(room.factsScroll, ScrolledLines(lines, height: areas.facts.height).end)
      return
    }
    guard let entry = room.entry, let selected = detail.timeline.lastIndex(where: { $0.id == entry }) else {
      (room.entry, room.bottom) = (nil, nil)
      return
    }
    let area = areas.timeline
    let layout = TimelineLayout(detail.timeline, width: area.width - 1, state: inRoom)
    let last = detail.timeline.count - 1
    let bottom = layout.bottom(selected: selected, from: room.bottom ?? last, height: max(1, area.height))
    room.bottom = bottom == last ? nil : bottom
  }

  private mutating func scrollStepper(_ body: Region) {
    guard let page = stepperPage, stepper.scroll > 0 else { return }
    let width = size.columns - 1
    let areas = StepperAreas(
      page, body, hasIncident: selectedIncident != nil, hasClocks: stepperClocks != nil)
    let count: Int
    let height: Int
    if stepper.showsSource {
      count = StepLines.source(page, width: width, glyphs: glyphs).count
      height = body.end - areas.steps.row
    } else {
      count = selectedStep.map { StepLines.of($0, width: width, state: self).count } ?? 0
      height = areas.text.height - 1
    }
    stepper.scroll = min(stepper.scroll, max(0, count - max(1, height)))
  }
}
