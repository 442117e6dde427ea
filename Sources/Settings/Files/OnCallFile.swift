import EventLog
import Incidents
import OnCall
import Yams

/// `oncall.yaml`: the people, the rotations in which they take turns, who is woken when nobody answers, and what being
/// on call is paid.
enum OnCallFile {
  static let name = "oncall.yaml"

  /// What the file says.
  struct Content {
    var rota = Rota.empty
    var escalation = EscalationPolicy()
    /// Where the targets of the escalation stand.
    var places: [EscalationReader.Place] = []
  }

  static func read(_ document: Node, findings: Findings) -> Content {
    var content = Content()
    guard
      let root = SettingsSection(
        document, name: "oncall.yaml", keys: ["people", "rotations", "escalation", "pay"], findings: findings)
    else { return content }
    let people = people(root)
    content.rota = Rota(people: people, rotations: rotations(root, people: people), pay: pay(root))
    if let section = root.section("escalation", keys: EscalationReader.keys) {
      content.places = EscalationReader(section, people: people.map(\.name)).read(into: &content.escalation)
    }
    return content
  }

  private static func people(_ root: SettingsSection) -> [Person] {
    guard let section = root.section("people", keys: nil) else { return [] }
    var owners: [String: String] = [:]
    return section.entries.compactMap { entry in
      let keys = ["name", "logins", "phone", "email", "roles", "zone"]
      guard Names.check(entry, "person", root.findings),
        let person = SettingsSection(entry.value, name: "person '\(entry.key)'", keys: keys, findings: root.findings)
      else { return nil }
      let logins = person.items("logins")
      for login in logins {
        if let owner = owners.updateValue(entry.key, forKey: login.text) {
          root.findings.report(
            login.node, "the login '\(login.text)' belongs to '\(owner)' already",
            advice: "give each login to one person, so that the log can say who it was")
        }
      }
      return Person(
        name: entry.key, fullName: person.text("name"), logins: logins.map(\.text), phone: phone(person),
        email: email(person), roles: roles(person), zone: person.zone("zone"))
    }
  }

  private static func phone(_ person: SettingsSection) -> String? {
    guard let text = person.text("phone") else { return nil }
    guard text.contains(where: \.isNumber), text.allSatisfy({ $0.isNumber || "+-()/. ".contains($0) }) else {
      person.report("phone", "'phone' is '\(text)'", advice: "write the number to dial, for example \"+49 30 123456\"")
      return nil
    }
    return text
  }

  private static func email(_ person: SettingsSection) -> String? {
    guard let text = person.text("email") else { return nil }
    let parts = text.split(separator: "@", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, parts[1].contains("."), !text.contains(" ") else {
      person.report("email", "'email' is '\(text)'", advice: "write an address such as mira@example.org")
      return nil
    }
    return text
  }

  private static func roles(_ person: SettingsSection) -> [String] {
    let known = PersonRole.allCases.map(\.rawValue)
    return person.items("roles").compactMap { item in
      if known.contains(item.text) { return item.text }
      person.findings.report(
        item.node, "unknown role '\(item.text)'", advice: NearestWord.advice(for: item.text, among: known))
      return nil
    }
  }

  private static func rotations(_ root: SettingsSection, people: [Person]) -> [Rotation] {
    guard let section = root.section("rotations", keys: nil) else { return [] }
    return section.entries.compactMap { entry in
      guard Names.check(entry, "rotation", root.findings) else { return nil }
      return RotationReader(entry, people: people.map(\.name), findings: root.findings)?.rotation()
    }
  }

  private static func pay(_ root: SettingsSection) -> PayRules {
    var rules = PayRules()
    let keys = ["per_week", "rate", "multiplier", "currency", "roles"]
    guard let section = root.section("pay", keys: keys) else { return rules }
    rules.perWeek = amount("per_week", section) ?? rules.perWeek
    rules.rate = amount("rate", section) ?? rules.rate
    rules.multiplier = section.integer("multiplier", in: 0...100).map(Int64.init) ?? rules.multiplier
    if let currency = section.text("currency") {
      if currency.count == 3, currency.allSatisfy({ $0.isASCII && $0.isUppercase }) {
        rules.currency = currency
      } else {
        section.report("currency", "'currency' is '\(currency)'", advice: "write its three letters, for example EUR")
      }
    }
    guard section.has("roles") else { return rules }
    let known = DutyRole.allCases.map(\.rawValue)
    rules.roles = section.items("roles").compactMap { item in
      if let role = DutyRole(rawValue: item.text) { return role }
      section.findings.report(
        item.node, "unknown role '\(item.text)'", advice: NearestWord.advice(for: item.text, among: known))
      return nil
    }
    return rules
  }

  /// An amount of money in hundredths.
  private static func amount(_ key: String, _ section: SettingsSection) -> Int64? {
    section.number(key, in: 0...1_000_000).map { Int64(($0 * 100).rounded()) }
  }
}
