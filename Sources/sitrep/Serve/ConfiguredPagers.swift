import Commands
import Incidents
import Intake
import Settings

/// The other pagers that may tell something, with the secrets of their webhooks at hand.
enum ConfiguredPagers {
  /// - Throws: where a secret is not where the configuration says: what that pager tells would be lost.
  static func senders(_ settings: [PagerSetting]) throws(Trouble) -> [PagerSender] {
    var senders: [PagerSender] = []
    for setting in settings {
      var secrets: [SharedSecret] = []
      for reference in setting.secrets {
        let name = "delivery.pagers.\(setting.pager.name).webhook"
        secrets.append(SharedSecret(try SecretText.fetch(reference, named: name)))
      }
      senders.append(PagerSender(name: setting.pager.name, kind: setting.pager.kind, secrets: secrets))
    }
    return senders
  }
}
