import EventLog

/// Looks at the times of a timeline: that each line has one, that they run forward, and that their zone is said.
struct TimelineCheck {
  private let manuscript: Manuscript

  init(_ manuscript: Manuscript) { self.manuscript = manuscript }

  func findings() -> [Finding] {
    var findings: [Finding] = []
    var last: Instant?
    var day: StatedTime.Day?
    var firstClock: Manuscript.Block?
    var hasZone = false
    for block in manuscript.blocks where manuscript.kind(of: block) == .timeline {
      let text = manuscript.text(of: block)
      if ZoneName.said(in: text) != nil { hasZone = true }
      if case .row(let titles) = block.kind, titles.contains(where: { ZoneName.said(in: $0) != nil }) { hasZone = true }
      if block.kind == .heading {
        day = StatedTimeReader.day(in: text) ?? day
        continue
      }
      guard isLine(block), manuscript.saysSomething(block) else { continue }
      guard let range = block.ranges.first, let time = StatedTimeReader.read(manuscript.text(in: range)) else {
        if case .row(let titles) = block.kind, titles.first?.lowercased().contains("time") == true {
          findings.append(finding(.timeless, block))
        }
        continue
      }
      if let stated = time.day, stated.year > 0, stated.day != nil { day = stated }
      guard time.hour != nil else { continue }
      if firstClock == nil { firstClock = block }
      if time.zone != nil { hasZone = true }
      var reading = time
      if let own = reading.day, own.year == 0 {
        reading.day = StatedTime.Day(year: day?.year ?? 2_000, month: own.month, day: own.day)
      }
      guard let at = reading.civil(on: day ?? StatedTime.Day(year: 2_000, month: 1, day: 1))?.instantAsUTC else {
        continue
      }
      // Without a day of its own a small time after a great one is the next morning.
      let isNextDay = time.day == nil && last.map { $0 - at > .hours(12) } ?? false
      let effective = isNextDay ? at + .days(1) : at
      if !isNextDay, let last, effective < last, time.precision != .approximate {
        findings.append(finding(.order, block))
      }
      last = max(last ?? effective, effective)
    }
    if let block = firstClock, !hasZone, !manuscript.blocks.contains(where: saysZone) {
      findings.append(finding(.zoneless, block))
    }
    return findings
  }

  private func saysZone(_ block: Manuscript.Block) -> Bool {
    switch manuscript.kind(of: block) {
    case .title, .summary, .metrics, .other, .impact:
      let text = manuscript.text(of: block).lowercased()
      return text.contains("all times") || text.contains("times are") || text.contains("(utc)")
    default: return false
    }
  }

  private func isLine(_ block: Manuscript.Block) -> Bool {
    switch block.kind {
    case .row, .item: true
    case .heading, .paragraph, .code, .quote, .comment: false
    }
  }

  private func finding(_ rule: CheckRule, _ block: Manuscript.Block) -> Finding {
    let range = block.ranges.first { !$0.isEmpty } ?? 0..<0
    return Finding(
      rule: rule, level: rule.level, line: block.line, column: manuscript.column(at: range.lowerBound), range: range,
      words: manuscript.text(in: range), section: .timeline, why: rule.why, suggestion: rule.suggestion)
  }
}
