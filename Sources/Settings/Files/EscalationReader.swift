import EventLog
import Incidents
import OnCall
import Yams

/// Reads the `escalation` of `oncall.yaml` over what ships: levels replace those that ship as a whole, repetitions one
/// severity at a time.
struct EscalationReader {
  static let keys = ["levels", "repeat", "notify", "quiet", "lists"]
  private static let severities = Severity.allCases.map(\.name)
  private static let longest = Span.minutes(9_000)
  private static let mostLevels = 20

  /// Where a target stands in the file.
  struct Place {
    var level: Int
    var target: String
    var node: Node
  }

  private let section: SettingsSection
  private let people: [String]
  private let lists: [String: [String]]

  init(_ section: SettingsSection, people: [String]) {
    self.section = section
    self.people = people
    lists = Self.lists(in: section, people: people)
  }

  /// - Returns: where each target stands, in the order of the file.
  func read(into policy: inout EscalationPolicy) -> [Place] {
    var places: [Place] = []
    if section.has("levels"), let levels = levels(&places) { policy.levels = levels }
    if let repeats = section.section("repeat", keys: Self.severities) {
      for severity in Severity.allCases where repeats.has(severity.name) { read(repeats, severity, into: &policy) }
    }
    if section.has("notify") { policy.notices = severities("notify", of: section) }
    if section.has("quiet") { policy.quiet = quiet() }
    return places
  }

  // MARK: - Levels

  private func levels(_ places: inout [Place]) -> [EscalationPolicy.Level]? {
    guard let nodes = section.value("levels")?.sequence, !nodes.isEmpty else {
      section.report(
        "levels", "'levels' must be a list of at least one level",
        advice: "write for example '- {targets: [primary], after: {SEV1: 0m, SEV2: 0m}}'")
      return nil
    }
    guard nodes.count <= Self.mostLevels else {
      section.report(
        "levels", "there are \(nodes.count) levels", advice: "keep \(Self.mostLevels) at most: nobody waits for more")
      return nil
    }
    var levels: [EscalationPolicy.Level] = []
    for (index, node) in nodes.enumerated() {
      let name = "level \(index + 1)"
      let keys = ["targets", "also", "after", "acknowledgements"]
      guard let level = SettingsSection(node, name: name, keys: keys, findings: section.findings) else { continue }
      levels.append(read(level, number: index + 1, before: levels, &places))
    }
    return levels
  }

  private func read(
    _ level: SettingsSection, number: Int, before: [EscalationPolicy.Level], _ places: inout [Place]
  ) -> EscalationPolicy.Level {
    if !level.has("targets") {
      level.report(nil, "\(level.name) pages nobody", advice: "add for example 'targets: [primary]'")
    }
    let targets = targets("targets", of: level, number: number, &places)
    if let items = level.value("targets")?.sequence, items.isEmpty {
      level.report("targets", "\(level.name) pages nobody", advice: "name at least one target")
    }
    var also: [Severity: [EscalationTarget]] = [:]
    if let inner = level.section("also", keys: Self.severities) {
      for severity in Severity.allCases where inner.has(severity.name) {
        also[severity] = self.targets(severity.name, of: inner, number: number, &places)
      }
    }
    var after: [Severity: Span] = [:]
    if let inner = level.section("after", keys: Self.severities) {
      for severity in Severity.allCases where inner.has(severity.name) {
        after[severity] = delay(severity, inner, number: number, before: before)
      }
      if inner.entries.isEmpty { reportNoTimes(level) }
    } else if !level.has("after") {
      reportNoTimes(level)
    }
    return EscalationPolicy.Level(
      targets, also: also, after: after,
      acknowledgements: level.integer("acknowledgements", in: 1...20) ?? 1)
  }

  private func reportNoTimes(_ level: SettingsSection) {
    level.report(nil, "\(level.name) has no times", advice: "add for example 'after: {SEV1: 15m, SEV2: 15m}'")
  }

  /// From the first page on; the first level is the first page, and each later one comes later.
  private func delay(
    _ severity: Severity, _ inner: SettingsSection, number: Int, before: [EscalationPolicy.Level]
  ) -> Span? {
    let name = severity.name
    guard let text = inner.text(name) else { return nil }
    guard let span = SpanText.span(text) else {
      inner.report(name, "'\(name)' is '\(text)', which is no length of time", advice: "write for example 0m, 15m, 1h")
      return nil
    }
    if number == 1 {
      if span != .zero {
        inner.report(
          name, "the first level pages after \(text)", advice: "write 0m: its page is what the other times count from")
      }
      return .zero
    }
    guard (Span.minutes(1)...Self.longest).contains(span) else {
      inner.report(
        name, "level \(number) pages after \(text)",
        advice: "write a time from 1m to 9000m, counted from the first page")
      return nil
    }
    guard before.first?.after[severity] != nil else {
      inner.report(
        name, "level \(number) comes on \(name), and level 1 does not", advice: "add '\(name): 0m' to level 1")
      return nil
    }
    if let last = before.compactMap({ $0.after[severity] }).last, span <= last {
      inner.report(
        name, "level \(number) pages after \(text), not later than the level before it (\(last.words))",
        advice: "put the levels in the order of their times")
      return nil
    }
    return span
  }

  // MARK: - Targets

  private func targets(
    _ key: String, of level: SettingsSection, number: Int, _ places: inout [Place]
  ) -> [EscalationTarget] {
    _ = level.list(key)
    var found: [EscalationTarget] = []
    for item in level.items(key) {
      guard let target = target(item.text) else {
        let known = DutyRole.allCases.map(\.rawValue) + [PersonRole.manager.rawValue] + lists.keys.sorted() + people
        level.findings.report(
          item.node, "unknown target '\(item.text)'",
          advice: NearestWord.to(item.text, among: known).map { "did you mean '\($0)'?" }
            ?? "write primary, secondary, commander, manager, a person or a list of 'lists'")
        continue
      }
      places.append(Place(level: number, target: item.text, node: item.node))
      if !found.contains(target) { found.append(target) }
    }
    return found
  }

  private func target(_ name: String) -> EscalationTarget? {
    if DutyRole(rawValue: name) != nil { return EscalationTarget(.duty, name) }
    if name == PersonRole.manager.rawValue { return .manager }
    if let people = lists[name] { return EscalationTarget(.list, name, people: people) }
    return people.contains(name) ? EscalationTarget(.person, name) : nil
  }

  private static func lists(in section: SettingsSection, people: [String]) -> [String: [String]] {
    guard let inner = section.section("lists", keys: nil) else { return [:] }
    var lists: [String: [String]] = [:]
    let taken = Set(DutyRole.allCases.map(\.rawValue) + [PersonRole.manager.rawValue] + people)
    for entry in inner.entries {
      guard Names.check(entry, "list", section.findings) else { continue }
      if taken.contains(entry.key) {
        section.findings.report(
          entry.keyNode, "'\(entry.key)' is a role or a person already", advice: "give the list another name")
        continue
      }
      let members = inner.list(entry.key)
      for item in inner.items(entry.key) where !people.contains(item.text) {
        section.findings.report(
          item.node, "'\(item.text)' is not among the people",
          advice: NearestWord.to(item.text, among: people).map { "did you mean '\($0)'?" }
            ?? "add '\(item.text)' under 'people'")
      }
      if members.isEmpty {
        section.findings.report(entry.keyNode, "the list '\(entry.key)' is empty", advice: "name at least one person")
      }
      lists[entry.key] = members.filter { people.contains($0) }
    }
    return lists
  }

  // MARK: - The rest

  private func read(_ repeats: SettingsSection, _ severity: Severity, into policy: inout EscalationPolicy) {
    if repeats.value(severity.name)?.scalar?.string == "none" {
      policy.repetitions[severity] = nil
      return
    }
    let name = "the repetition of \(severity.name)"
    guard let inner = repeats.section(severity.name, name: name, keys: ["after", "most"]) else { return }
    var repetition = policy.repetitions[severity] ?? EscalationPolicy.Repetition(after: .minutes(60), most: 1)
    if let span = inner.span("after") {
      if (Span.minutes(1)...Self.longest).contains(span) {
        repetition.after = span
      } else {
        inner.report("after", "\(name) comes after \(span.words)", advice: "write a time from 1m to 9000m")
      }
    }
    if let most = inner.integer("most", in: 0...9) { repetition.most = most }
    policy.repetitions[severity] = repetition
  }

  private func severities(_ key: String, of section: SettingsSection) -> [Severity] {
    section.items(key).compactMap { item in
      if let severity = Severity(item.text) { return severity }
      section.findings.report(
        item.node, "'\(item.text)' is no severity", advice: NearestWord.advice(for: item.text, among: Self.severities))
      return nil
    }
  }

  private func quiet() -> EscalationPolicy.QuietHours? {
    guard let inner = section.section("quiet", keys: ["severities", "from", "until", "zone"]) else { return nil }
    let severities = severities("severities", of: inner)
    if let worst = severities.min(), worst.isMajor {
      inner.report(
        "severities", "\(worst.name) would wake nobody in the quiet hours", advice: "keep SEV3 and SEV4 alone there")
      return nil
    }
    if severities.isEmpty, inner.value("severities")?.sequence?.isEmpty ?? true {
      inner.report(
        inner.has("severities") ? "severities" : nil, "the quiet hours hold for no severity",
        advice: "write for example 'severities: [SEV3, SEV4]'")
    }
    let from = time("from", inner, example: "22:00")
    let until = time("until", inner, example: "07:00")
    guard inner.requiredText("zone", example: "Europe/Berlin") != nil, let zone = inner.zone("zone"), let from,
      let until, !severities.isEmpty
    else { return nil }
    guard from != until else {
      inner.report("until", "the quiet hours end when they begin", advice: "give a later end, such as 07:00")
      return nil
    }
    return EscalationPolicy.QuietHours(severities: severities, from: from, until: until, zone: zone.identifier)
  }

  /// Minutes since midnight.
  private func time(_ key: String, _ inner: SettingsSection, example: String) -> Int? {
    guard let text = inner.requiredText(key, example: "\"\(example)\"") else { return nil }
    if let time = CivilTime.timeOfDay(text) { return time.hour * 60 + time.minute }
    inner.report(key, "'\(key)' is '\(text)', which is no time of day", advice: "write for example \"\(example)\"")
    return nil
  }
}
