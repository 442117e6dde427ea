import Incidents
package import OnCall
import Yams

extension Configuration {
  /// Whether Sitrep is the pager of record of any service.
  package var pagesPeople: Bool { services.contains { $0.pager == .sitrep } }

  /// By the short names of people, the ways on which a page comes to them; nobody without any.
  package var pageWays: [String: [PageWay]] {
    var ways: [String: [PageWay]] = [:]
    for (person, names) in console.pageChannels {
      let found = names.compactMap { name in console.channels.first { $0.name == name } }
      if !found.isEmpty { ways[person] = found.map { way(to: person, by: $0) } }
    }
    return ways
  }

  private func way(to person: String, by channel: ChannelSetting) -> PageWay {
    let recipient =
      switch channel.kind {
      case .mail: rota.people.first { $0.name == person }?.email ?? ""
      // A phone listens to the channel's own topic, which is a secret.
      case .ntfy: ""
      default: person
      }
    return PageWay(channel: channel.name, recipient: recipient, isRepeatable: channel.isRepeatable)
  }

  /// The targets of the escalation that nothing reaches, as problems of `oncall.yaml`, where Sitrep is the pager of
  /// record of any service; none where another pager wakes people, or none does.
  /// - Parameter reachable: the short names of those to whom a way leads.
  package func problems(ofPagingWith reachable: Set<String>) -> [SettingsProblem] {
    problems(
      ofPagingWith: reachable, lack: "nothing reaches",
      advice: "name a channel for each of them under 'delivery' and 'pages' in sitrep.yaml")
  }

  /// The targets of the escalation to whom no page is known to come, though ways are named.
  /// - Parameter confirmed: the short names of those who typed in the code of a test.
  package func problems(ofPagingConfirmedBy confirmed: Set<String>) -> [SettingsProblem] {
    problems(
      ofPagingWith: confirmed, lack: "nobody has confirmed that a page comes to",
      advice: "run sitrep page --test NAME for each of them, and type in the code that arrives")
  }

  private func problems(
    ofPagingWith reachable: Set<String>, lack: String, advice remedy: String
  ) -> [SettingsProblem] {
    guard pagesPeople else { return [] }
    let found = UnreachableTarget.all(in: escalation, rota: rota, reachable: reachable)
    let places = found.isEmpty ? [] : escalationPlaces
    return found.map { target in
      let mark = places.first { $0.level == target.level && $0.target == target.target.name }?.node.mark
      let advice =
        target.people.isEmpty
        ? "put somebody there under 'people' and 'rotations', or take the target out"
        : remedy
      return SettingsProblem(
        file: OnCallFile.name, line: mark?.line ?? 1, column: mark?.column ?? 1, message: target.words(lack: lack),
        advice: advice)
    }
  }

  private var escalationPlaces: [EscalationReader.Place] {
    guard let text = texts.first(where: { $0.name == OnCallFile.name })?.text else { return [] }
    let findings = Findings(file: OnCallFile.name)
    return findings.document(in: text).map { OnCallFile.read($0, findings: findings).places } ?? []
  }
}
