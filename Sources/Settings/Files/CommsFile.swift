import Comms
import EventLog
import Incidents
import Yams

/// `comms.yaml`: who is told at which severity and by which ways, how often the public hears, which names stay inside.
enum CommsFile {
  static let name = "comms.yaml"
  private static let keys = ["audiences", "channels", "recipients", "by_hand", "public_updates", "page", "names"]
  private static let severityNames = Severity.allCases.map(\.name)
  private static let audienceNames = Audience.allCases.map(\.rawValue)

  /// - Returns: who is told what, and how often the public is.
  static func read(
    _ document: Node, findings: Findings
  ) -> (policy: CommsPolicy, publicUpdates: [Severity: UpdateCadence]) {
    var policy = CommsPolicy()
    var updates = ClockPolicy.shippedPublicUpdates
    guard let root = SettingsSection(document, name: name, keys: keys, findings: findings) else {
      return (policy, updates)
    }
    if let section = root.section("audiences", keys: severityNames) {
      for severity in Severity.allCases where section.has(severity.name) {
        policy.audiences[severity] = audiences(section, severity)
      }
    }
    if let section = root.section("channels", keys: audienceNames) {
      for audience in Audience.allCases where section.has(audience.rawValue) {
        policy.channels[audience] = words(section, audience.rawValue)
      }
    }
    if let section = root.section("recipients", keys: audienceNames) {
      for audience in Audience.allCases where section.has(audience.rawValue) {
        policy.recipients[audience] = recipients(section, audience)
      }
    }
    if root.has("by_hand") { policy.byHand = words(root, "by_hand") }
    if let section = root.section("public_updates", keys: severityNames) {
      CadenceReader(section, of: "public updates").read(into: &updates)
    }
    if let section = root.section("page", keys: ["title"]), let title = section.text("title") {
      policy.pageTitle = title
    }
    if let section = root.section("names", keys: ["internal", "customers"]) {
      policy.internalNames = patterns(section)
      policy.customerNames = section.list("customers")
    }
    return (policy, updates)
  }

  private static func audiences(_ section: SettingsSection, _ severity: Severity) -> [Audience] {
    var named: [Audience] = []
    for item in section.items(severity.name) {
      guard let audience = Audience(rawValue: item.text) else {
        section.findings.report(
          item.node, "unknown audience '\(item.text)'", advice: NearestWord.advice(for: item.text, among: audienceNames)
        )
        continue
      }
      if named.contains(audience) {
        section.findings.report(
          item.node, "'\(item.text)' stands in '\(severity.name)' twice", advice: "keep one of them")
      } else {
        named.append(audience)
      }
    }
    return named
  }

  /// A way of sending is typed on the command line.
  private static func words(_ section: SettingsSection, _ key: String) -> [String] {
    for item in section.items(key) where !isWord(item.text) {
      section.findings.report(
        item.node, "'\(item.text.prefix(40))' cannot be the name of a channel",
        advice: "use letters, digits, '.', '_' and '-': slack, statuspage, mail")
    }
    return section.list(key).filter(isWord)
  }

  /// What a mail may be written to; no name beside it, as that would be a header of its own.
  private static func recipients(_ section: SettingsSection, _ audience: Audience) -> [String] {
    func isAddress(_ text: String) -> Bool {
      let parts = text.split(separator: "@", omittingEmptySubsequences: false)
      return parts.count == 2 && text.count <= 254 && text.first != "-"
        && parts.allSatisfy { part in
          !part.isEmpty && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "._+-=%".contains($0)) }
        }
    }
    for item in section.items(audience.rawValue) where !isAddress(item.text) {
      section.findings.report(
        item.node, "'\(item.text.prefix(80))' is no mail address", advice: "write for example ops@example.org")
    }
    return section.list(audience.rawValue).filter(isAddress)
  }

  /// Where the channels of each audience stand, for what only another file makes wrong.
  static func channelPlaces(_ document: Node) -> [(audience: Audience, channel: String, node: Node)] {
    let quiet = Findings(file: name)
    guard let root = SettingsSection(document, name: name, keys: keys, findings: quiet),
      let section = root.section("channels", keys: audienceNames)
    else { return [] }
    return Audience.allCases.flatMap { audience in
      section.items(audience.rawValue).filter { isWord($0.text) }.map { (audience, $0.text, $0.node) }
    }
  }

  private static func isWord(_ text: String) -> Bool {
    text.allSatisfy { $0.isLetter || $0.isNumber || "._-".contains($0) } && text.first != "-" && text.count <= 64
  }

  private static func patterns(_ section: SettingsSection) -> [String] {
    section.items("internal").compactMap { item in
      do {
        guard try Regex(item.text).wholeMatch(in: "") == nil else {
          section.findings.report(
            item.node, "'\(item.text)' matches the empty text",
            advice: "write a pattern that needs at least one character")
          return nil
        }
        return item.text
      } catch {
        section.findings.report(
          item.node, "'\(item.text)' is no regular expression",
          advice: "check the brackets and backslashes; single quotes keep them")
        return nil
      }
    }
  }
}
