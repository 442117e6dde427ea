import EventLog
import Incidents

/// Goes through the parts of a manuscript and gathers what they state.
struct ImportReader {
  let manuscript: Manuscript
  private let fileName: String
  private let defaultZone: String?
  private let offset: @Sendable (String, CivilTime) -> Span?
  var result = ImportedPostMortem(
    title: "", severity: nil, severityText: nil, services: [], resolution: nil, summary: nil, impact: nil, entries: [],
    marks: [], stated: [], remarks: [])
  private var facts: [StatedFact] = []
  /// The zone that the whole text says its times are in.
  private var documentZone: String?
  private var documentDay: StatedTime.Day?

  init(
    _ manuscript: Manuscript, fileName: String, defaultZone: String?,
    offset: @escaping @Sendable (String, CivilTime) -> Span?
  ) {
    self.manuscript = manuscript
    self.fileName = fileName
    self.defaultZone = defaultZone
    self.offset = offset
  }

  mutating func read() -> ImportedPostMortem {
    facts = StatedFact.all(in: manuscript)
    title()
    documentZone = zoneOfDocument()
    documentDay = dayOfDocument()
    severity()
    services()
    texts()
    timeline()
    marks()
    durations()
    resolution()
    return result
  }

  mutating func remark(_ what: String, line: Int? = nil) {
    let remark = ImportedPostMortem.Remark(line: line, what: what)
    if !result.remarks.contains(remark) { result.remarks.append(remark) }
  }

  /// The file's name without its ending, its dashes and underscores blanks.
  private var stem: String {
    let name = fileName.split(separator: ".").dropLast().joined(separator: ".")
    let plain = (name.isEmpty ? fileName : name).map { $0 == "_" || $0 == "-" ? " " : $0 }
    return String(plain).split(separator: " ").joined(separator: " ")
  }

  private mutating func title() {
    let heading = manuscript.sections.dropFirst().first { $0.kind == .title } ?? manuscript.sections.first {
      $0.level == 1 && !$0.isNamed
    }
    let front = facts.first { $0.name == "title" }
    if let words = heading.map(\.title) ?? front?.value, !words.isEmpty {
      result.title = MarkdownPlain.text(words)
    } else {
      result.title = stem
      remark("no title: the file's name stands in for it")
    }
  }

  /// "All times in CET", anywhere; the head of a time column.
  private func zoneOfDocument() -> String? {
    for block in manuscript.blocks {
      let text = manuscript.text(of: block)
      let plain = text.lowercased()
      if plain.contains("times are") || plain.contains("all times") || plain.contains("times in")
        || plain.contains("timezone") || plain.contains("time zone") || plain.contains("all timestamps")
        || manuscript.kind(of: block) == .timeline && block.kind == .heading,
        let zone = ZoneName.said(in: text)
      {
        return zone
      }
      if case .row(let titles) = block.kind, manuscript.kind(of: block) == .timeline {
        for title in titles { if let zone = ZoneName.said(in: title) { return zone } }
      }
    }
    return facts.first { $0.name.hasPrefix("time zone") || $0.name == "timezone" || $0.name == "tz" }
      .flatMap { ZoneName.said(in: $0.value) }
  }

  private mutating func dayOfDocument() -> StatedTime.Day? {
    let stated = facts.first { ["date", "day", "incident date", "date of incident", "when", "start", "started"].contains($0.name) }
    if let day = stated.flatMap({ StatedTimeReader.day(in: $0.value) }), day.year > 0 { return day }
    for kind in [SectionKind.timeline, .title, .summary, .impact, .other] {
      for block in manuscript.blocks where manuscript.kind(of: block) == kind {
        if let day = StatedTimeReader.day(in: manuscript.text(of: block)), day.year > 0, day.day != nil { return day }
      }
    }
    return StatedTimeReader.day(in: fileName).flatMap { $0.year > 0 && $0.day != nil ? $0 : nil }
  }

  private mutating func severity() {
    guard let fact = facts.first(where: { ["severity", "sev", "priority", "severity level", "level"].contains($0.name) })
    else { return remark("no severity is stated") }
    result.severityText = fact.value
    let words = fact.value.split { !($0.isLetter || $0.isNumber || $0 == "-") }.map { $0.replacing("-", with: "") }
    var read = words.lazy.compactMap { $0.count > 1 ? Severity($0) : nil }.first
    if read == nil, let first = words.first, words.count == 1 || first.count == 1 { read = Severity(first) }
    if read == nil, words.count > 1, ["sev", "severity"].contains(words[0].lowercased()) { read = Severity(words[1]) }
    result.severity = read
    if read == nil { remark("the severity \"\(fact.value)\" is none that is known here", line: fact.line) }
  }

  private mutating func services() {
    let names: Set = [
      "service", "services", "affected services", "affected service", "component", "components", "system", "systems",
      "affected systems", "services affected", "affected components", "product", "service(s)",
    ]
    guard let fact = facts.first(where: { names.contains($0.name) }) else { return remark("no service is stated") }
    result.services = fact.value.split { ",;/".contains($0) }.map {
      $0.split(separator: " ").joined(separator: " ")
    }.filter { !$0.isEmpty }
  }

  private mutating func texts() {
    func text(_ kind: SectionKind) -> String? {
      let parts = manuscript.blocks(in: kind).filter { block in
        if case .row = block.kind { return false }
        return block.kind != .code && manuscript.saysSomething(block)
      }.map { MarkdownPlain.text(manuscript.text(of: $0)) }
      return parts.isEmpty ? nil : parts.joined(separator: " ")
    }
    result.summary = text(.summary)
    result.impact = text(.impact)
    if result.summary == nil { remark("no summary") }
  }

  // MARK: - Timeline

  /// A line of the timeline before its time has a day and a zone.
  private struct Line {
    var time: StatedTime?
    var text: String
    var line: Int
  }

  private mutating func timeline() {
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

  private func isEntry(_ block: Manuscript.Block) -> Bool {
    if case .row = block.kind { return true }
    return false
  }

  private func isAboutTimes(_ text: String) -> Bool {
    let plain = text.lowercased()
    return plain.contains("all times") || plain.contains("times are")
  }

  private func completed(_ day: StatedTime.Day, by other: StatedTime.Day?) -> StatedTime.Day {
    day.year > 0 ? day : StatedTime.Day(year: other?.year ?? 0, month: day.month, day: day.day)
  }

  /// A line with a time: its instant, or a remark on why there is none.
  private mutating func add(
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
  private mutating func keep(_ line: Line, after last: Instant?) {
    guard let at = last ?? result.entries.last?.at ?? documentDay.flatMap({ day in
      day.day.map { CivilTime(year: day.year, month: day.month, day: $0).instantAsUTC }
    })
    else { return remark("\"\(line.text)\" cannot be placed in time", line: line.line) }
    if line.time == nil { remark("\"\(line.text)\" has no time", line: line.line) }
    result.entries.append(.init(at: at, precision: .unknown, endedAt: nil, zone: nil, text: line.text, line: line.line))
  }

  private func lines(of block: Manuscript.Block) -> [Line] {
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
  private func row(_ block: Manuscript.Block, _ titles: [String]) -> Line {
    let cells = manuscript.cells(of: block)
    let heads = titles.map { $0.lowercased() }
    func column(_ names: [String]) -> Int? {
      heads.indices.first { index in names.contains(where: heads[index].contains) && index < cells.count }
    }
    let clock = column(["time", "when", "utc", "clock", "hour"]) ?? (heads.contains { !$0.isEmpty } ? column(["date"]) : nil) ?? 0
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

  private func rest(of text: String, after time: StatedTime) -> String {
    let rest = text.dropFirst(time.length).drop { $0.isWhitespace || "-–—:|*_)],.=>".contains($0) }
    return MarkdownPlain.text(String(rest))
  }

  // MARK: - Zones

  mutating func instant(_ civil: CivilTime, zone: String?, line: Int?) -> Instant? {
    guard (1...12).contains(civil.month), (1...CivilTime.days(in: civil.month, of: civil.year)).contains(civil.day)
    else { return nil }
    guard let zone else {
      remark("no zone is stated: times are read as UTC; --zone NAME reads them otherwise")
      return civil.instantAsUTC
    }
    if let table = ZoneName.table(zone), let ahead = offset(table, civil) { return civil.instantAsUTC - ahead }
    guard let ahead = ZoneName.offset(zone) else {
      remark("the zone \(zone) is not known: its times are read as UTC", line: line)
      return civil.instantAsUTC
    }
    if ZoneName.ambiguous.contains(zone) {
      remark("\(zone) means several zones; it is read as UTC\(Self.sign(ahead))")
    }
    if ["CET", "EET", "WET", "EST", "PST"].contains(zone), (4...10).contains(civil.month) {
      remark("\(zone) is taken as UTC\(Self.sign(ahead)) all year; if summer time was meant, say --zone with a place")
    }
    return civil.instantAsUTC - ahead
  }

  private static func sign(_ span: Span) -> String {
    let minutes = abs(span.minutes)
    let sign = span.milliseconds < 0 ? "-" : "+"
    return sign + "\(minutes / 60)" + (minutes % 60 == 0 ? "" : ":\(padded(Int(minutes % 60), 2))")
  }

  // MARK: - The five times

  private mutating func marks() {
    let stated: [(String, [String])] = [
      ("impact start", ["impact start", "start", "started", "start time", "began", "incident start", "outage start", "impact began", "start of impact"]),
      ("detection", ["detected", "detection", "detection time", "detected at", "time detected"]),
      ("mitigation", ["mitigated", "mitigation", "mitigated at", "time mitigated"]),
      ("resolution", ["resolved", "resolution", "end", "ended", "end time", "resolved at", "recovered", "recovery", "time resolved", "incident end"]),
    ]
    for (name, keys) in stated {
      guard let fact = facts.first(where: { keys.contains($0.name) }), let point = point(fact.value, line: fact.line) else {
        continue
      }
      result.marks.append(.init(name: name, point: point, line: fact.line, words: fact.value))
    }
    let found: [(String, Bool, (String) -> Bool)] = [
      ("impact start", false, MarkWords.beginsImpact), ("detection", false, MarkWords.detects),
      ("mitigation", false, MarkWords.mitigates), ("resolution", true, MarkWords.resolves),
    ]
    for (name, takesLast, matches) in found where !result.marks.contains(where: { $0.name == name }) {
      let known = result.entries.filter { $0.precision != .unknown }
      guard let entry = takesLast ? known.last(where: { matches($0.text) }) : known.first(where: { matches($0.text) })
      else {
        remark("no line says when the \(name) was")
        continue
      }
      result.marks.append(
        .init(name: name, point: TimePoint(entry.at, entry.precision), line: entry.line, words: entry.text))
    }
    dropDisorder()
  }

  private mutating func point(_ text: String, line: Int) -> TimePoint? {
    guard var time = StatedTimeReader.read(text), time.hour != nil else { return nil }
    if let own = time.day { time.day = completed(own, by: documentDay) }
    guard let civil = time.civil(on: documentDay), civil.year > 0,
      let at = instant(civil, zone: time.zone ?? documentZone ?? defaultZone, line: line)
    else { return nil }
    return TimePoint(at, time.precision)
  }

  /// Times that cross each other cannot all be right: the one that was read from a line of the timeline goes.
  private mutating func dropDisorder() {
    while let (earlier, later) = result.times.disorder {
      let name = result.marks.contains { $0.name == earlier } ? earlier : later
      guard let place = result.marks.firstIndex(where: { $0.name == name }) else { return }
      let mark = result.marks.remove(at: place)
      remark("the \(earlier) would come after the \(later): \(name) is left out", line: mark.line)
    }
  }

  private mutating func durations() {
    for fact in facts {
      guard let figure = MarkWords.figure(fact.name) else { continue }
      let span = StatedSpan.read(fact.value)
      if span == nil { remark("\(fact.name) \"\(fact.value)\" is no length of time that is known here", line: fact.line) }
      result.stated.append(
        .init(name: fact.name, text: fact.value, span: span, figure: figure.name, line: fact.line))
    }
  }

  private mutating func resolution() {
    if result.times.resolved != nil { result.resolution = .fixed }
    let status = facts.first { $0.name == "status" || $0.name == "resolution status" }?.value.lowercased() ?? ""
    if status.contains("resolved") || status.contains("fixed") || status.contains("complete") { result.resolution = .fixed }
    if status.contains("false alarm") { result.resolution = .falseAlarm }
    if result.resolution == nil { remark("how it ended is not stated") }
  }
}
