import EventLog
import OnCall
import Yams

/// Reads one rotation of `oncall.yaml`.
struct RotationReader {
  private let section: SettingsSection
  private let key: String
  private let people: [String]

  init?(_ entry: SettingsSection.Entry, people: [String], findings: Findings) {
    let keys = ["role", "zone", "start", "handoff", "length", "members", "first"]
    guard
      let section = SettingsSection(entry.value, name: "rotation '\(entry.key)'", keys: keys, findings: findings)
    else { return nil }
    self.section = section
    self.people = people
    key = entry.key
  }

  /// Nil where something that it cannot do without is missing or wrong.
  func rotation() -> Rotation? {
    let role = section.has("role") ? section.choice("role", of: DutyRole.self) : .primary
    let zone = section.requiredText("zone", example: "Europe/Berlin").flatMap { _ in section.zone("zone") }
    let start = start()
    let handoff = handoff()
    let length = length()
    let members = members()
    let first = first(of: members)
    guard let role, let zone, let start, let handoff, let length else { return nil }
    if handoff.weekday != nil, length % 7 != 0 {
      section.report(
        "length", "a shift of \(length) days cannot always end on the same weekday",
        advice: "write whole weeks, or a handoff without a weekday")
      return nil
    }
    return Rotation(
      name: key, role: role, zone: zone, start: start, handoff: handoff, lengthInDays: length, members: members,
      first: first)
  }

  private func start() -> CivilTime? {
    guard let text = section.requiredText("start", example: "2026-01-05") else { return nil }
    if let reading = WallClockText.reading(text) { return reading }
    section.report(
      "start", "'start' is '\(text)', which is no date", advice: "write for example 2026-01-05 or '2026-01-05 09:00'")
    return nil
  }

  private func handoff() -> Handoff? {
    guard let text = section.requiredText("handoff", example: "Monday 09:00") else { return nil }
    if let handoff = WallClockText.handoff(text) { return handoff }
    section.report(
      "handoff", "'handoff' is '\(text)'", advice: "write for example 'Monday 09:00', or '09:00' for shifts of days")
    return nil
  }

  /// In days; a week where nothing is said.
  private func length() -> Int? {
    guard section.has("length") else { return 7 }
    guard let span = section.span("length") else { return nil }
    let days = span.milliseconds / 86_400_000
    guard .days(days) == span, (1...366).contains(days) else {
      section.report("length", "a shift lasts whole days", advice: "write for example 1w, 2w or 1d")
      return nil
    }
    return Int(days)
  }

  private func members() -> [String] {
    guard section.has("members") else {
      section.report(nil, "rotation '\(key)' has no 'members'", advice: "add for example 'members: [mira, jonas]'")
      return []
    }
    let names = section.list("members")
    for item in section.items("members") where !people.contains(item.text) {
      section.findings.report(
        item.node, "'\(item.text)' is not among the people",
        advice: NearestWord.to(item.text, among: people).map { "did you mean '\($0)'?" }
          ?? "add '\(item.text)' under 'people'")
    }
    if names.isEmpty, section.items("members").isEmpty, section.value("members")?.sequence != nil {
      section.report("members", "'members' is empty, so nobody would be on call", advice: "name at least one person")
    }
    return names
  }

  private func first(of members: [String]) -> String? {
    guard let text = section.text("first") else { return nil }
    if members.contains(text) { return text }
    section.report(
      "first", "'first' is '\(text)', who is not a member", advice: NearestWord.advice(for: text, among: members))
    return nil
  }
}
