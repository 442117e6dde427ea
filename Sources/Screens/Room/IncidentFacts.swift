import Commands
import EventLog
import Incidents

/// How an incident stands, in one line: for the heads of the places that are about one.
enum IncidentFacts {
  /// "ack lea · api · update 4m · RTO 17m · 3 alerts firing"; for a triggered one that nobody is paged. What there is
  /// no room for is left out; how it stands always remains.
  static func line(_ row: IncidentRow, _ state: ScreenState, width: Int) -> StyledLine {
    let now = state.now
    let gap = StyledLine(" \(Character(state.glyphs.separator)) ", .dim)
    let isPending = state.pending.contains { $0.incident == row.id }
    var parts = [
      StyledLine(
        row.stateWords + (isPending ? " \(Character(state.glyphs.ellipsis))" : ""),
        row.status == .triggered ? .warning : .normal, .bold)
    ]
    if let pager = row.pager, row.status.isOpen {
      let whole = pager.words(at: now)
      parts.append(StyledLine(whole.count <= width / 2 ? whole : pager.short, .warning))
    } else if row.status == .triggered, state.board?.header.wakesNobody == true {
      let name = state.board?.header.onCall?.primary
      let onCall = width < 60 ? "" : name.map { ", on call is \($0)" } ?? ""
      parts.append(StyledLine("nobody is paged" + onCall, .dim))
    }
    if let paging = row.paging, row.status == .triggered || !paging.unpaged.isEmpty {
      let (text, role) = PagingWords.line(paging, about: row.label, state: state)
      parts.append(StyledLine(text, role))
    }
    if let next = row.nextPromise {
      parts.append(StyledLine(DeadlineWords.cell(next, now: now), DeadlineWords.role(next, now: now)))
    }
    let recovery = row.recoveryWords(now: now)
    if recovery != "-" { parts.append(StyledLine("RTO \(recovery)", row.recoveryRole(now: now) ?? .normal)) }
    if let service = row.service { parts.append(StyledLine(service)) }
    if row.alertsFiring > 0 {
      parts.append(StyledLine("\(row.alertsFiring) alert\(row.alertsFiring == 1 ? "" : "s") firing", .warning))
    }
    var line = StyledLine(" ") + parts[0]
    for part in parts.dropFirst() {
      let longer = line + gap + part
      if Sanitizer.width(of: longer.text, glyphs: state.glyphs) <= width { line = longer }
    }
    return line
  }
}
