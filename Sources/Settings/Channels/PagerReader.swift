import Incidents
import Yams

/// `pagers` under `delivery` of `sitrep.yaml`: the other pagers that a service may name as its pager of record.
struct PagerReader {
  private enum Switch: String, CaseIterable { case on, off }

  private static let keys = ["kind", "channel", "webhook", "trigger"]

  private let delivery: SettingsSection
  private let channels: [ChannelSetting]

  init(_ delivery: SettingsSection, channels: [ChannelSetting]) {
    self.delivery = delivery
    self.channels = channels
  }

  /// The names alone, for files that are read before; nil where the text cannot be read far enough to say.
  static func names(in text: String) -> [String]? {
    let quiet = Findings(file: ConsoleFile.name)
    guard let root = quiet.document(in: text) else { return quiet.problems.isEmpty ? [] : nil }
    guard let pagers = root.mapping?["delivery"]?.mapping?["pagers"]?.mapping else { return [] }
    return pagers.compactMap { $0.key.scalar?.string }
  }

  func read() -> [PagerSetting] {
    guard let section = delivery.section("pagers", keys: nil) else { return [] }
    return section.entries.compactMap(pager)
  }

  private func pager(_ entry: SettingsSection.Entry) -> PagerSetting? {
    let name = "pager '\(entry.key)'"
    guard Names.check(entry, "pager", delivery.findings),
      let section = SettingsSection(entry.value, name: name, keys: Self.keys, findings: delivery.findings)
    else { return nil }
    guard ["sitrep", "external", "none"].contains(entry.key) == false else {
      delivery.findings.report(
        entry.keyNode, "'\(entry.key)' says in services.yaml whose the pager is, and cannot be the name of one",
        advice: "give it the name that people use for it")
      return nil
    }
    guard section.has("kind") else {
      section.report(
        nil, "\(name) has no 'kind'",
        advice: "add one of \(ExternalPager.Kind.allCases.map(\.rawValue).joined(separator: ", "))")
      return nil
    }
    guard let kind = section.choice("kind", of: ExternalPager.Kind.self) else { return nil }
    let secrets = section.secrets("webhook")
    let channel = channel(section, kind)
    let isTriggered = section.choice("trigger", of: Switch.self) == .on
    if isTriggered, !section.has("channel") {
      section.report("trigger", "\(name) cannot be told of anything", advice: "add 'channel', or take 'trigger' out")
    }
    if !section.has("channel"), !section.has("webhook") {
      section.report(
        nil, "\(name) neither tells nor is told anything",
        advice:
          "add 'channel', by which it is told, or 'webhook', by which it tells; else write 'pager: external' alone"
      )
      return nil
    }
    return PagerSetting(
      pager: ExternalPager(name: entry.key, kind: kind, channel: channel, isTriggered: isTriggered && channel != nil),
      secrets: secrets)
  }

  /// The channel must speak what the pager understands.
  private func channel(_ section: SettingsSection, _ kind: ExternalPager.Kind) -> String? {
    guard let text = section.text("channel") else { return nil }
    guard let channel = channels.first(where: { $0.name == text }) else {
      section.report(
        "channel", "there is no channel '\(text)'",
        advice: NearestWord.advice(for: text, among: channels.map(\.name)))
      return nil
    }
    switch (channel.kind, kind) {
    case (.pagerDuty, .pagerduty), (.opsgenie, .opsgenie): return channel.name
    default:
      section.report(
        "channel", "'\(text)' does not speak to \(kind.rawValue)",
        advice: "name a channel of the kind \(kind.rawValue), or change the pager's 'kind'")
      return nil
    }
  }
}
