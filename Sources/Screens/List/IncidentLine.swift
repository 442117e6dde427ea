import Commands
import EventLog
import Incidents

/// One incident as a row of a list. What matters is said in words and signs; colour only repeats it.
enum IncidentLine {
  static func draw(
    _ row: IncidentRow, of state: ScreenState, _ grid: inout CellGrid, _ region: Region, _ columns: ListColumns,
    _ marks: RowReason.IncidentMarks
  ) {
    let now = state.now
    let base = row.isDrill ? Style(.drill) : Style.normal
    func put(_ text: String, _ column: ListColumns.Column, _ role: StyleRole? = nil, _ attributes: StyleAttributes = [])
    {
      guard column.isShown else { return }
      let style = Style(role ?? base.role, attributes)
      grid.put(
        Shortening.words(text, width: column.room, glyphs: grid.glyphs), row: region.row, column: column.start,
        style: style, width: column.width)
    }
    if marks.contains(.marked), columns.marker.width > 1 {
      grid.put("*", row: region.row, column: 0, style: Style(.warning, .bold))
    }
    put(row.label, columns.number)
    put(row.severityLabel, columns.severity, row.severity.role, row.severity.isMajor ? .bold : [])
    let pendingMark = marks.contains(.pending) ? " " + String(Character(state.glyphs.ellipsis)) : ""
    let whole = row.stateWords + pendingMark
    put(
      whole.count <= columns.state.room ? whole : row.stateWord + pendingMark, columns.state,
      row.status == .triggered ? .warning : nil)
    if let next = row.nextPromise {
      put(
        DeadlineWords.cell(next, now: now, width: columns.next.room), columns.next, DeadlineWords.role(next, now: now))
    } else {
      put("-", columns.next)
    }
    put(row.recoveryWords(now: now, width: columns.recovery.room), columns.recovery, row.recoveryRole(now: now))
    put(row.service ?? "-", columns.service)
    let suspicion = row.suspicionWords + row.pagerWords(width: columns.title.room)
    let title = row.listedTitle(state)
    let room = columns.title.room - suspicion.count
    put(
      room > 8 ? Shortening.words(title, width: room, glyphs: grid.glyphs) + suspicion : title, columns.title)
  }

  /// Lays the cursor over a row that is drawn. Not over all of it: it would be sent twice for each cursor key, and would
  /// hide how bad the incident is.
  static func select(
    _ row: IncidentRow, _ grid: inout CellGrid, _ region: Region, _ columns: ListColumns,
    _ marks: RowReason.IncidentMarks
  ) {
    let style = Style(.selected)
    grid.fill(row: region.row, columns: 0..<columns.severity.start - 1, style: style)
    if marks.contains(.marked), columns.marker.width > 1 { grid.put("*", row: region.row, column: 0, style: style) }
    grid.put(glyph: grid.glyphs.marker, row: region.row, column: max(0, columns.marker.width - 2), style: style)
    guard columns.number.isShown else { return }
    grid.put(
      Shortening.words(row.label, width: columns.number.room, glyphs: grid.glyphs), row: region.row,
      column: columns.number.start, style: style, width: columns.number.width)
  }

  /// What keys have done to an incident: marked it, or sent a command for it that is on its way.
  static func marks(_ row: IncidentRow, _ state: ScreenState) -> RowReason.IncidentMarks {
    var marks: RowReason.IncidentMarks = []
    if !state.marked.isEmpty, state.marked.contains(row.id) { marks.insert(.marked) }
    if !state.pending.isEmpty, state.pending.contains(where: { $0.incident == row.id }) { marks.insert(.pending) }
    return marks
  }
}

extension Severity {
  var role: StyleRole {
    switch self {
    case .sev1: .severity1
    case .sev2: .severity2
    case .sev3: .severity3
    case .sev4: .severity4
    }
  }
}

extension IncidentRow {
  /// The title as a list has it: of an exercise it is said in front, where the header does not say it of everything.
  func listedTitle(_ state: ScreenState) -> String {
    (isDrill && state.board?.header.isDrill != true ? "DRILL " : "") + title
  }

  /// " (child of 42?)" where it probably follows from another one that nobody has merged it into.
  var suspicionWords: String {
    guard status.isOpen, mergedInto == nil, suspectedParent != nil else { return "" }
    return " (child of \(parentLabel ?? "?")?)"
  }

  /// " [pagerduty: ack lea]" where another pager wakes people for it; only whose it is where there is no room for more, and
  /// that it is another's where there is less. It is never left out: nobody may believe that Sitrep woke somebody.
  func pagerWords(width: Int) -> String {
    guard let pager, status.isOpen else { return "" }
    let (whole, owner) = (" [\(pager.short)]", " [\(pager.owner)]")
    if width - whole.count >= 20 { return whole }
    return width - owner.count > 8 ? owner : " [ext]"
  }

  /// The state alone, where there is no room for who has it.
  var stateWord: String { status == .acknowledged ? "ack" : status.rawValue }

  /// "triggered", "ack lea", "mitigated jon": the state, and who has it.
  var stateWords: String {
    let owner = (acknowledgedBy ?? commander).map { " " + $0 } ?? ""
    return switch status {
    case .triggered: "triggered"
    case .acknowledged: "ack" + owner
    case .mitigated: "mitigated" + owner
    case .resolved: "resolved"
    case .closed: resolution.map { "closed " + $0.rawValue.split(separator: "_").joined(separator: " ") } ?? "closed"
    }
  }

  /// The open promise that ends first, recovery apart: that has a column of its own.
  var nextPromise: Deadline? {
    deadlines.lazy.filter { $0.isOpen && $0.kind != Clocks.recovery }.min { $0.dueAt < $1.dueAt }
  }

  var recoveryDeadline: Deadline? { deadlines.first { $0.isOpen && $0.kind == Clocks.recovery } }

  /// What is left of the recovery time; "verify" where only the proof is missing.
  func recoveryWords(now: Instant, width: Int = .max) -> String {
    if needsVerification { return "verify" }
    return recoveryDeadline.map { DeadlineWords.fitting(DeadlineWords.time($0, now: now), width: width) } ?? "-"
  }

  func recoveryRole(now: Instant) -> StyleRole? {
    if needsVerification { return .warning }
    return recoveryDeadline.map { DeadlineWords.role($0, now: now) }
  }
}
