package import Comms
package import Incidents
import Yams

extension Configuration {
  /// By audience, the ways that take a message there by themselves: the channels that `comms.yaml` names and
  /// `sitrep.yaml` describes.
  package var messageWays: [Audience: [MessageWay]] {
    var ways: [Audience: [MessageWay]] = [:]
    for (audience, names) in comms.channels {
      let found = names.flatMap { name in
        console.channels.first { $0.name == name }.map { self.ways(to: audience, by: $0) } ?? []
      }
      if !found.isEmpty { ways[audience] = found }
    }
    return ways
  }

  private func ways(to audience: Audience, by channel: ChannelSetting) -> [MessageWay] {
    func way(_ form: MessageWay.Form, _ recipient: String = "") -> MessageWay {
      MessageWay(
        channel: channel.name, form: form, recipient: recipient, isRepeatable: channel.isRepeatable)
    }
    switch channel.kind {
    case .slack: return [way(.chat)]
    case .statuspage: return audience == .everyone ? [way(.page)] : []
    case .mail: return (comms.recipients[audience] ?? []).map { way(.mail, $0) }
    case .ntfy(_, let topic, _): return topic == nil ? [] : [way(.notice)]
    case .webhook, .command: return [way(.notice, audience.rawValue)]
    // A pager wakes people; it tells nobody how far it is.
    case .pagerDuty, .opsgenie: return []
    }
  }

  /// The channels of `comms.yaml` by which nothing would arrive, as problems of that file.
  package var messageProblems: [SettingsProblem] {
    guard let text = texts.first(where: { $0.name == CommsFile.name })?.text else { return [] }
    let findings = Findings(file: CommsFile.name)
    guard let document = findings.document(in: text) else { return [] }
    return CommsFile.channelPlaces(document).compactMap { place in
      let wrong = problem(of: place.channel, for: place.audience)
      return wrong.map { message, advice in
        SettingsProblem(
          file: CommsFile.name, line: place.node.mark?.line ?? 1, column: place.node.mark?.column ?? 1,
          message: message, advice: advice)
      }
    }
  }

  private func problem(of name: String, for audience: Audience) -> (message: String, advice: String)? {
    guard let channel = console.channels.first(where: { $0.name == name }) else {
      guard !comms.byHand.contains(name) else { return nil }
      let near = NearestWord.to(name, among: console.channels.map(\.name) + comms.byHand)
      return (
        "there is no channel '\(name)' to \(audience.words)",
        (near.map { "did you mean '\($0)'? Else " } ?? "")
          + "describe it under 'delivery' and 'channels' in sitrep.yaml, or name it under 'by_hand'"
      )
    }
    switch channel.kind {
    case .pagerDuty, .opsgenie:
      return ("'\(name)' wakes people, and tells \(audience.words) nothing", "name another channel, or take it out")
    case .statuspage where audience != .everyone:
      return ("'\(name)' is a public page, and this is for \(audience.words)", "move it to 'public', or take it out")
    case .mail where comms.recipients[audience]?.isEmpty != false:
      return (
        "'\(name)' sends mail to \(audience.words), and no address is named",
        "add for example 'recipients: {\(audience.rawValue): [ops@example.org]}'"
      )
    case .ntfy(_, nil, _):
      return ("'\(name)' names no topic to send to", "add 'topic' to the channel '\(name)' in sitrep.yaml")
    default: return nil
    }
  }
}
