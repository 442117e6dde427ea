import Commands
import Desk
import Intake
import Settings

/// The key that `sitrep.yaml` names for senders of alerts, beside those of the store.
enum ConfiguredKey {
  /// - Throws: where the secret is not where the configuration says, for then nobody could send anything.
  static func keys(_ reference: SecretReference?) throws(Trouble) -> [SenderKey] {
    guard let reference else { return [] }
    let name =
      switch reference {
      case .environment: "intake_key_env"
      case .file: "intake_key_file"
      }
    return [SenderKey(name: "sitrep.yaml", hash: KeyRing.hash(of: try SecretText.fetch(reference, named: name)))]
  }
}
