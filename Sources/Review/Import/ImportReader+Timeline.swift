import EventLog

extension ImportReader {
  /// A line of the timeline before its time has a day and a zone.
  struct Line {
    var time: StatedTime?
    var text: String
    var line: Int
  }

  mutating func timeline() {
    var day = documentDay
    var last: Instant?
    var hasDayAhead = false
    for block in manuscript.blocks where manuscript.kind(of: block) == .timeline {
      if block.kind == .heading {
        if let found = StatedTimeReader.day(in: manuscript.text(of: block)), found.day != nil {
          day = completed(found, by: day)
          hasDayAhead = true
        }
        continue
      }
      for line in lines(of: block) {
        guard let time = line.time else {
          // What goes on about the line before belongs to it.
          if case .item = block.kind, let place = result.entries.indices.last, line.text.isEmpty == false {
            result.entries[place].text += " " + line.text
          } else if !line.text.isEmpty, isEntry(block), !isAboutTimes(line.text) {
            keep(line, after: last)
          }
          continue
        }
        if let own = time.day, own.day != nil || own.year > 0 {
          let whole = completed(own, by: day)
          // A heading of the table's own kind: a day and no more.
          if time.hour == nil, line.text.isEmpty { day = whole; hasDayAhead = true; last = nil; continue }
          if whole.day != nil, whole.year > 0 { day = whole }
        }
        last = add(line, time, day: &day, after: last, hasDayAhead: hasDayAhead) ?? last
        hasDayAhead = false
      }
    }
    if result.entries.isEmpty { remark("no line of a timeline could be read") }
  }

  func isEntry(_ block: Manuscript.Block) -> Bool {
    if case .row = block.kind { return true }
    return false
  }

  func isAboutTimes(_ text: String) -> Bool {
    let plain = text.lowercased()
    return plain.contains("all times") || plain.contains("times are")
  }

  func completed(_ day: StatedTime.Day, by other: StatedTime.Day?) -> StatedTime.Day {
    day.year > 0 ? day : StatedTime.Day(year: other?.year ?? 0, month: day.month, day: day.day)
  }

  /// A line with a time: its instant, or a remark on why there is none.
  mutating func add(
    _ line: Line, _ time: StatedTime, day: inout StatedTime.Day?, after last: Instant?, hasDayAhead: Bool
  ) -> Instant? {
    var time = time
    if let own = time.day { time.day = completed(own, by: day) }
    guard let context = time.day ?? day, context.year > 0 else {
      remark("\"\(line.text)\" has a time of day, and no day is stated anywhere", line: line.line)
      keep(line, after: last)
      return nil
    }
    guard time.hour != nil, var civil = time.civil(on: context) else {
      keep(line, after: last)
      remark("the time of \"\(line.text)\" cannot be read", line: line.line)
      return nil
    }
    let zone = time.zone ?? documentZone ?? defaultZone
    guard var at = instant(civil, zone: zone, line: line.line) else {
      keep(line, after: last)
      return nil
    }
    var precision = time.precision
    // A day without its number: the times of that month are all approximate.
    if context.day == nil { precision = .approximate }
    if time.day == nil, !hasDayAhead, let last, last - at > .hours(12) {
      civil = civil.adding(days: 1)
      at = at + .days(1)
      day = StatedTime.Day(year: civil.year, month: civil.month, day: civil.day)
    }
    var end: Instant?
    if let civilEnd = time.civilEnd(on: context) { end = instant(civilEnd, zone: zone, line: line.line) }
    result.entries.append(
      .init(at: at, precision: precision, endedAt: end, zone: zone, text: line.text, line: line.line))
    return at
  }

  /// A line whose time is not known stands after the one before it.
  mutating func keep(_ line: Line, after last: Instant?) {
    guard
      let at = last ?? result.entries.last?.at
        ?? documentDay.flatMap({ day in
          day.day.map { CivilTime(year: day.year, month: day.month, day: $0).instantAsUTC }
        })
    else { return remark("\"\(line.text)\" cannot be placed in time", line: line.line) }
    if line.time == nil { remark("\"\(line.text)\" has no time", line: line.line) }
    result.entries.append(.init(at: at, precision: .unknown, endedAt: nil, zone: nil, text: line.text, line: line.line))
  }

  func lines(of block: Manuscript.Block) -> [Line] {
    switch block.kind {
    case .row(let titles): return [row(block, titles)]
    case .item, .paragraph, .code:
      var lines: [Line] = []
      for range in block.ranges {
        let text = manuscript.text(in: range)
        let line = manuscript.line(at: range.lowerBound)
        if let time = StatedTimeReader.read(text) {
          lines.append(Line(time: time, text: rest(of: text, after: time), line: line))
        } else if let place = lines.indices.last {
          lines[place].text += " " + MarkdownPlain.text(text)
        } else {
          lines.append(Line(time: nil, text: MarkdownPlain.text(text), line: line))
        }
      }
      return lines
    case .heading, .quote, .comment: return []
    }
  }

  /// The cell with the time, one with the day where that stands apart, and the text of the others.
  func row(_ block: Manuscript.Block, _ titles: [String]) -> Line {
    let cells = manuscript.cells(of: block)
    let heads = titles.map { $0.lowercased() }
    func column(_ names: [String]) -> Int? {
      heads.indices.first { index in names.contains(where: heads[index].contains) && index < cells.count }
    }
    let clock =
      column(["time", "when", "utc", "clock", "hour"]) ?? (heads.contains { !$0.isEmpty } ? column(["date"]) : nil) ?? 0
    let date = column(["date", "day"]).flatMap { $0 == clock ? nil : $0 }
    var time = clock < cells.count ? StatedTimeReader.read(cells[clock]) : nil
    if let date, let day = StatedTimeReader.day(in: cells[date]) {
      var both = time ?? StatedTime()
      both.day = both.day ?? day
      time = both
    }
    var words: [String] = []
    for (index, cell) in cells.enumerated() where index != clock && index != date {
      let plain = MarkdownPlain.text(cell)
      if !plain.isEmpty { words.append(plain) }
    }
    // A cell may hold more than its time.
    if let time, clock < cells.count {
      let more = rest(of: cells[clock], after: time)
      if more.count > 3 { words.insert(more, at: 0) }
    }
    return Line(time: time, text: words.joined(separator: "; "), line: block.line)
  }

  func rest(of text: String, after time: StatedTime) -> String {
    let rest = text.dropFirst(time.length).drop { $0.isWhitespace || "-–—:|*_)],.=>".contains($0) }
    return MarkdownPlain.text(String(rest))
  }
}
