import Commands
import Desk
import FoundationEssentials
import Intake
import Settings

/// The key that `sitrep.yaml` names for senders of alerts, beside those of the store.
enum ConfiguredKey {
  /// - Throws: where the secret is not where the configuration says, for then nobody could send anything.
  static func keys(_ reference: SecretReference?) throws(Trouble) -> [SenderKey] {
    guard let reference else { return [] }
    let secret = try text(of: reference).trimmingPrefix { $0.isWhitespace }
    let end = secret.lastIndex { !$0.isWhitespace }.map { secret.index(after: $0) } ?? secret.startIndex
    guard end > secret.startIndex else {
      throw Trouble(.configuration, "\(place(of: reference)) is empty: it should hold the key for senders of alerts.")
    }
    return [SenderKey(name: "sitrep.yaml", hash: KeyRing.hash(of: String(secret[..<end])))]
  }

  private static func text(of reference: SecretReference) throws(Trouble) -> String {
    switch reference {
    case .environment(let name): return Surroundings.environment[name] ?? ""
    case .file(let path):
      guard let data = FileManager.default.contents(atPath: path) else {
        throw Trouble(.configuration, "The file \(path), named by 'intake_key_file' in sitrep.yaml, cannot be read.")
      }
      return String(decoding: data, as: UTF8.self)
    }
  }

  private static func place(of reference: SecretReference) -> String {
    switch reference {
    case .environment(let name): "The variable \(name), named by 'intake_key_env' in sitrep.yaml,"
    case .file(let path): "The file \(path), named by 'intake_key_file' in sitrep.yaml,"
    }
  }
}
