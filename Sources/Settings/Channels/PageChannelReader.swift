import OnCall
import Yams

/// `pages` under `delivery` of `sitrep.yaml`: the channels by which pages come to each person.
struct PageChannelReader {
  private let delivery: SettingsSection
  private let channels: [ChannelSetting]
  private let people: [Person]

  init(_ delivery: SettingsSection, channels: [ChannelSetting], people: [Person]) {
    self.delivery = delivery
    self.channels = channels
    self.people = people
  }

  /// - Returns: the names of channels by the short names of people; what is wrong is left out, and reported.
  func read() -> [String: [String]] {
    guard let section = delivery.section("pages", keys: nil) else { return [:] }
    var named: [String: [String]] = [:]
    for entry in section.entries {
      guard let person = people.first(where: { $0.name == entry.key }) else {
        delivery.findings.report(
          entry.keyNode, "'pages' names '\(entry.key)', whom oncall.yaml does not know",
          advice: NearestWord.advice(for: entry.key, among: people.map(\.name)))
        continue
      }
      named[person.name] = names(of: person, section)
    }
    return named
  }

  private func names(of person: Person, _ section: SettingsSection) -> [String] {
    let items = section.items(person.name)
    if items.isEmpty, section.value(person.name).map({ $0.isNothing || $0.sequence != nil }) == true {
      section.report(
        person.name, "no channel reaches '\(person.name)'", advice: "write for example '\(person.name): [phones]'")
    }
    var names: [String] = []
    for item in items {
      guard let channel = channels.first(where: { $0.name == item.text }) else {
        report(
          item.node, "there is no channel '\(item.text)'",
          advice: NearestWord.advice(for: item.text, among: channels.map(\.name)))
        continue
      }
      guard !names.contains(channel.name) else {
        report(item.node, "'\(item.text)' stands in '\(person.name)' twice", advice: "keep one of them")
        continue
      }
      switch channel.kind {
      case .statuspage:
        report(
          item.node, "'\(item.text)' is a status page, which wakes nobody",
          advice: "name another channel, or take it out")
      case .mail where person.email == nil:
        report(
          item.node, "'\(item.text)' sends mail, and '\(person.name)' has no address",
          advice: "add 'email' to '\(person.name)' in oncall.yaml")
      case .ntfy(_, nil, _):
        report(
          item.node, "'\(item.text)' names no topic that a phone could listen to",
          advice: "add 'topic' to the channel '\(item.text)', one channel for each person")
      default: names.append(channel.name)
      }
    }
    return names
  }

  private func report(_ node: Node, _ message: String, advice: String) {
    delivery.findings.report(node, message, advice: advice)
  }
}
