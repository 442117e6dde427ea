import EventLog

/// `channels` under `delivery` of `sitrep.yaml`.
enum ChannelReader {
  private enum Kind: String, CaseIterable { case slack, pagerduty, opsgenie, statuspage, mail, webhook, ntfy, command }
  private enum Switch: String, CaseIterable { case on, off }

  private static let common = ["kind", "per_minute", "burst", "give_up_after"]

  private static func keys(_ kind: Kind) -> [String] {
    switch kind {
    case .slack: ["url"]
    case .pagerduty, .opsgenie: ["key", "endpoint"]
    case .statuspage: ["key", "page", "endpoint"]
    case .mail: ["from", "program"]
    case .webhook: ["url", "sign_with"]
    case .ntfy: ["server", "topic", "token"]
    case .command: ["run", "repeatable"]
    }
  }

  static func read(_ delivery: SettingsSection) -> [ChannelSetting] {
    guard let channels = delivery.section("channels", keys: nil) else { return [] }
    return channels.entries.compactMap { channel($0, delivery.findings) }
  }

  private static func channel(_ entry: SettingsSection.Entry, _ findings: Findings) -> ChannelSetting? {
    let name = "channel '\(entry.key)'"
    guard Names.check(entry, "channel", findings),
      let any = SettingsSection(entry.value, name: name, keys: nil, findings: findings)
    else { return nil }
    guard any.has("kind") else {
      any.report(
        nil, "\(name) has no 'kind'", advice: "add one of \(Kind.allCases.map(\.rawValue).joined(separator: ", "))")
      return nil
    }
    guard let chosen = any.choice("kind", of: Kind.self),
      let section = SettingsSection(entry.value, name: name, keys: common + keys(chosen), findings: findings)
    else { return nil }
    let perMinute = section.integer("per_minute", in: 1...6_000)
    let burst = section.integer("burst", in: 1...1_000)
    let giveUpAfter = section.span("give_up_after")
    guard let kind = Self.kind(chosen, section) else { return nil }
    return ChannelSetting(
      name: entry.key, kind: kind, perMinute: perMinute, burst: burst, giveUpAfter: giveUpAfter)
  }

  private static func kind(_ kind: Kind, _ section: SettingsSection) -> ChannelSetting.Kind? {
    switch kind {
    case .slack: return section.requiredSecret("url").map { .slack(url: $0) }
    case .pagerduty:
      let endpoint = section.address("endpoint")
      return section.requiredSecret("key").map { .pagerDuty(key: $0, endpoint: endpoint) }
    case .opsgenie:
      let endpoint = section.address("endpoint")
      return section.requiredSecret("key").map { .opsgenie(key: $0, endpoint: endpoint) }
    case .statuspage:
      let endpoint = section.address("endpoint")
      guard let key = section.requiredSecret("key"), let page = section.requiredText("page", example: "kctbh9vrtdwd")
      else { return nil }
      guard page.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) }) else {
        section.report(
          "page", "'page' is '\(page)', which is no id of a page", advice: "copy it from the page's API settings")
        return nil
      }
      return .statuspage(key: key, page: page, endpoint: endpoint)
    case .mail: return mail(section)
    case .webhook:
      let secrets = section.secrets("sign_with")
      return section.requiredSecret("url").map { .webhook(url: $0, secrets: secrets) }
    case .ntfy:
      let (topic, token) = (section.secret("topic"), section.secret("token"))
      guard section.requiredText("server", example: "https://ntfy.example.org") != nil,
        let server = section.address("server")
      else { return nil }
      return .ntfy(server: server, topic: topic, token: token)
    case .command:
      let repeatable = section.choice("repeatable", of: Switch.self)
      return section.program("run", example: "[/usr/local/bin/page-by-modem]").map {
        .command(arguments: $0, isRepeatable: repeatable == .on)
      }
    }
  }

  private static func mail(_ section: SettingsSection) -> ChannelSetting.Kind? {
    let program = section.has("program") ? section.program("program", example: "[/usr/sbin/sendmail, -t, -i]") : nil
    guard let from = section.requiredText("from", example: "Sitrep <sitrep@example.org>") else { return nil }
    let address = from.firstIndex(of: "<").map { from[from.index(after: $0)...].dropLast() } ?? from[...]
    let parts = address.split(separator: "@", omittingEmptySubsequences: false)
    let isClosed = !from.contains("<") || from.last == ">"
    guard isClosed, parts.count == 2, parts.allSatisfy({ !$0.isEmpty && !$0.contains(where: \.isWhitespace) }) else {
      section.report(
        "from", "'from' is '\(from)', which is no mail address",
        advice: "write sitrep@example.org or \"Sitrep <sitrep@example.org>\"")
      return nil
    }
    return .mail(from: from, program: program ?? ["/usr/sbin/sendmail", "-t", "-i"])
  }
}
