import Commands
import Delivery
import Settings

/// The ways to the outside that `sitrep.yaml` describes, with their secrets at hand.
enum ConfiguredChannels {
  /// - Throws: where a secret is not where the configuration says: a channel that cannot send must not look like one
  ///   that can.
  static func channels(_ settings: [ChannelSetting]) throws(Trouble) -> [Channel] {
    var channels: [Channel] = []
    for setting in settings {
      let kind = try Self.kind(setting)
      var rate = kind.customaryRate
      if let perMinute = setting.perMinute { rate.perMinute = perMinute }
      if let burst = setting.burst { rate.burst = burst }
      var plan = RetryPlan()
      if let giveUpAfter = setting.giveUpAfter { plan.giveUpAfter = giveUpAfter }
      channels.append(Channel(name: setting.name, kind: kind, rate: rate, plan: plan))
    }
    return channels
  }

  private static func kind(_ setting: ChannelSetting) throws(Trouble) -> ChannelKind {
    func secret(_ reference: SecretReference, _ key: String) throws(Trouble) -> Secret {
      Secret(try SecretText.fetch(reference, named: "delivery.channels.\(setting.name).\(key)"))
    }
    switch setting.kind {
    case .slack(let url): return .slack(webhook: try secret(url, "url"))
    case .pagerDuty(let key, let endpoint):
      return .pagerDuty(routingKey: try secret(key, "key"), endpoint: endpoint ?? ChannelKind.pagerDutyEndpoint)
    case .opsgenie(let key, let endpoint):
      return .opsgenie(key: try secret(key, "key"), endpoint: endpoint ?? ChannelKind.opsgenieEndpoint)
    case .statuspage(let key, let page, let endpoint):
      return .statuspage(
        key: try secret(key, "key"), page: page, endpoint: endpoint ?? ChannelKind.statuspageEndpoint)
    case .mail(let from, let program): return .mail(from: from, program: program)
    case .webhook(let url, let references):
      var secrets: [Secret] = []
      for reference in references { secrets.append(try secret(reference, "sign_with")) }
      return .webhook(address: try secret(url, "url"), signedWith: secrets)
    case .ntfy(let server, let topic, let token):
      var (hiddenTopic, hiddenToken): (Secret?, Secret?) = (nil, nil)
      if let topic { hiddenTopic = try secret(topic, "topic") }
      if let token { hiddenToken = try secret(token, "token") }
      return .ntfy(server: server, topic: hiddenTopic, token: hiddenToken)
    case .command(let arguments, _):
      return .command(arguments: arguments)
    }
  }
}
