import EventLog
import Incidents

/// Goes through the parts of a manuscript and gathers what they state.
struct ImportReader {
  let manuscript: Manuscript
  let fileName: String
  let defaultZone: String?
  let offset: @Sendable (String, CivilTime) -> Span?
  var result = ImportedPostMortem(
    title: "", severity: nil, severityText: nil, services: [], resolution: nil, summary: nil, impact: nil, entries: [],
    marks: [], stated: [], remarks: [])
  var facts: [StatedFact] = []
  /// The zone that the whole text says its times are in.
  var documentZone: String?
  var documentDay: StatedTime.Day?

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
  var stem: String {
    let name = fileName.split(separator: ".").dropLast().joined(separator: ".")
    let plain = (name.isEmpty ? fileName : name).map { $0 == "_" || $0 == "-" ? " " : $0 }
    return String(plain).split(separator: " ").joined(separator: " ")
  }

  mutating func title() {
    let heading =
      manuscript.sections.dropFirst().first { $0.kind == .title }
      ?? manuscript.sections.first {
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
  func zoneOfDocument() -> String? {
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

  mutating func dayOfDocument() -> StatedTime.Day? {
    let stated = facts.first {
      ["date", "day", "incident date", "date of incident", "when", "start", "started"].contains($0.name)
    }
    if let day = stated.flatMap({ StatedTimeReader.day(in: $0.value) }), day.year > 0 { return day }
    for kind in [SectionKind.timeline, .title, .summary, .impact, .other] {
      for block in manuscript.blocks where manuscript.kind(of: block) == kind {
        if let day = StatedTimeReader.day(in: manuscript.text(of: block)), day.year > 0, day.day != nil { return day }
      }
    }
    return StatedTimeReader.day(in: fileName).flatMap { $0.year > 0 && $0.day != nil ? $0 : nil }
  }

  mutating func severity() {
    guard
      let fact = facts.first(where: { ["severity", "sev", "priority", "severity level", "level"].contains($0.name) })
    else { return remark("no severity is stated") }
    result.severityText = fact.value
    let words = fact.value.split { !($0.isLetter || $0.isNumber || $0 == "-") }.map { $0.replacing("-", with: "") }
    var read = words.lazy.compactMap { $0.count > 1 ? Severity($0) : nil }.first
    if read == nil, let first = words.first, words.count == 1 || first.count == 1 { read = Severity(first) }
    if read == nil, words.count > 1, ["sev", "severity"].contains(words[0].lowercased()) { read = Severity(words[1]) }
    result.severity = read
    if read == nil { remark("the severity \"\(fact.value)\" is none that is known here", line: fact.line) }
  }

  mutating func services() {
    let names: Set = [
      "service", "services", "affected services", "affected service", "component", "components", "system", "systems",
      "affected systems", "services affected", "affected components", "product", "service(s)",
    ]
    guard let fact = facts.first(where: { names.contains($0.name) }) else { return remark("no service is stated") }
    result.services = fact.value.split { ",;/".contains($0) }.map {
      $0.split(separator: " ").joined(separator: " ")
    }.filter { !$0.isEmpty }
  }

  mutating func texts() {
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

  static func sign(_ span: Span) -> String {
    let minutes = abs(span.minutes)
    let sign = span.milliseconds < 0 ? "-" : "+"
    return sign + "\(minutes / 60)" + (minutes % 60 == 0 ? "" : ":\(padded(Int(minutes % 60), 2))")
  }
}
