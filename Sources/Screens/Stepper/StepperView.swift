import Commands
import EventLog
import Incidents

/// A runbook to be stepped through: the steps with what became of them, and the selected one whole.
struct StepperView {
  let state: ScreenState

  init(_ state: ScreenState) { self.state = state }

  func draw(_ grid: inout CellGrid, _ region: Region) {
    guard let page = state.stepperPage else {
      return grid.draw([StyledLine(state.waitingWords("Opening the runbook"), .dim)], in: region)
    }
    let clocks = state.stepperClocks
    let areas = StepperAreas(page, region, hasIncident: state.selectedIncident != nil, hasClocks: clocks != nil)
    drawTitle(&grid, areas.title, page)
    if let row = state.selectedIncident, areas.incident.height > 0 { drawIncident(&grid, areas.incident, row) }
    if let clocks { grid.draw([clocks], in: areas.clocks) }
    drawRule(&grid, areas.rule, page)
    if state.stepper.showsSource {
      var whole = areas.steps
      whole.height = region.end - whole.row
      let lines = StepLines.source(page, width: region.width - 1, glyphs: grid.glyphs)
      grid.draw(lines.dropFirst(min(state.stepper.scroll, max(0, lines.count - 1))), in: whole)
      return
    }
    drawSteps(&grid, areas.steps, page)
    if let step = state.selectedStep {
      var text = areas.text
      let rule = text.takeTop(1)
      let lines = StepLines.of(step, width: region.width - 1, state: state)
      let rest = lines.dropFirst(min(state.stepper.scroll, max(0, lines.count - 1)))
      drawRule(&grid, rule, step, below: rest.count - text.height)
      grid.draw(rest, in: text)
    }
  }

  /// The title of a step, and how much of it is not on the screen: what to look for stands at its end.
  private func drawRule(_ grid: inout CellGrid, _ region: Region, _ step: StepRow, below lines: Int) {
    let title = "\(step.number). \(step.title)"
    guard lines > 0, region.height > 0 else { return grid.rule(title, in: region) }
    let more = region.width >= 60 ? " PgDn: \(lines) more \(lines == 1 ? "line" : "lines") " : " PgDn "
    // Left of the words stand the rule's beginning and a piece of it, so that the two keep apart.
    let room = max(1, region.width - more.count - 7)
    grid.rule(Shortening.words(title, width: room, glyphs: grid.glyphs), in: region)
    grid.putRight(more, row: region.row, endColumn: region.width - 1, style: Style(.notice))
  }

  private func drawTitle(_ grid: inout CellGrid, _ region: Region, _ page: RunbookPage) {
    guard region.height > 0 else { return }
    let run = state.situation.run
    let label = state.situation.incident.map { " for #\($0.label)" } ?? ""
    let target = page.row.target.map { "target \(SpanWords.short($0))" }
    let words =
      run.map { RunWords.progress($0, now: state.now) }
      ?? ["not started", target].compactMap { $0 }.joined(separator: ", ")
    let tail = " " + words + (isStarting ? " \(Character(grid.glyphs.ellipsis))" : "") + " "
    let missed = run.map { RunWords.isMissed($0, now: state.now) } ?? false
    let room = max(1, region.width - tail.count - 1)
    grid.put(
      StyledLine(
        " " + Shortening.words("\(page.row.name)\(label): \(page.row.title)", width: room, glyphs: grid.glyphs), .title,
        .bold),
      row: region.row)
    grid.putRight(tail, row: region.row, endColumn: region.width, style: Style(missed ? .warning : .normal))
  }

  /// "#42 SEV1 ack lea · update 4m · RTO 17m: 5xx ratio on checkout".
  private func drawIncident(_ grid: inout CellGrid, _ region: Region, _ row: IncidentRow) {
    let drill = row.isDrill ? StyledLine("DRILL ", .drill, .bold) : StyledLine()
    let head =
      StyledLine(" #\(row.label) ", .title, .bold) + drill + StyledLine(row.severityLabel, row.severity.role, .bold)
    let facts = IncidentFacts.line(
      row, state, width: region.width - Sanitizer.width(of: head.text, glyphs: grid.glyphs))
    let lead = head + facts + StyledLine(" \(Character(grid.glyphs.separator)) ", .dim)
    let room = region.width - Sanitizer.width(of: lead.text, glyphs: grid.glyphs) - 1
    guard room >= 12 else { return _ = grid.put(head + facts, row: region.row) }
    grid.put(lead + StyledLine(Shortening.words(row.title, width: room, glyphs: grid.glyphs)), row: region.row)
  }

  private func drawRule(_ grid: inout CellGrid, _ region: Region, _ page: RunbookPage) {
    guard region.height > 0 else { return }
    let remarks = StepRemarks.ofPage(page)
    if let remark = remarks.first {
      let more = remarks.count > 1 ? " (and \(remarks.count - 1) more)" : ""
      grid.put(
        Shortening.words(remark + more, width: region.width - 2, glyphs: grid.glyphs), row: region.row, column: 1,
        style: Style(.warning))
    } else {
      grid.hline(row: region.row)
    }
  }

  private var isStarting: Bool {
    state.pending.contains { if case .startRun = $0.command { true } else { false } }
  }

  private func drawSteps(_ grid: inout CellGrid, _ region: Region, _ page: RunbookPage) {
    guard region.height > 0 else { return }
    let selected = state.selectedStep.flatMap { step in page.steps.firstIndex { $0.number == step.number } } ?? 0
    let top = min(max(0, selected - region.height / 2), max(0, page.steps.count - region.height))
    let onTheirWay = state.pendingSteps
    for (place, step) in page.steps.dropFirst(top).prefix(region.height).enumerated() {
      let row = region.row + place
      let isSelected = top + place == selected
      if isSelected {
        grid.fill(row: row, style: Style(.selected))
        grid.put(glyph: grid.glyphs.marker, row: row, column: 1, style: Style(.selected))
        if grid.cursor == nil { grid.cursor = Position(column: 1, row: row) }
      }
      let (mark, role) = self.mark(step, isPending: onTheirWay.contains(step.number), grid.glyphs)
      let style = { (role: StyleRole) in Style(isSelected ? .selected : role) }
      grid.put(glyph: mark, row: row, column: 3, style: style(role))
      let number = padded(step.number, 1)
      grid.put(number, row: row, column: 5 + max(0, 2 - number.count), style: style(.dim), width: 4)
      let who = [step.person, step.at.map { ClockWords.time($0, offset: state.offset) }].compactMap { $0 }
        .joined(separator: " ")
      let start = number.count > 2 ? 9 : 8
      let room = max(1, region.width - start - 1 - (who.isEmpty ? 0 : who.count + 2))
      grid.put(
        Shortening.words(title(step), width: room, glyphs: grid.glyphs), row: row, column: start,
        style: style(step.state == .todo ? .normal : .dim))
      if !who.isEmpty, region.width > 50 {
        grid.putRight(who, row: row, endColumn: region.width - 1, style: style(.dim))
      }
    }
  }

  /// A step of an option says whose it is, where its own words do not.
  private func title(_ step: StepRow) -> String {
    guard let option = step.option, !step.title.hasPrefix("Option ") else { return step.title }
    return "\(option): \(step.title)"
  }

  private func mark(_ step: StepRow, isPending: Bool, _ glyphs: Glyphs) -> (Unicode.Scalar, StyleRole) {
    if isPending { return (glyphs.ellipsis, .notice) }
    return switch step.state {
    case .todo: (glyphs.open, .normal)
    case .done: (glyphs.check, .good)
    case .skipped: (glyphs.skipped, .warning)
    case .notTaken: (glyphs.notTaken, .dim)
    }
  }
}
