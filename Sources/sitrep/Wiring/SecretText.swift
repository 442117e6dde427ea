import Commands
import FoundationEssentials
import Settings

/// Fetches what the configuration only points to.
enum SecretText {
  /// The secret without the blanks and line ends around it.
  ///
  /// - Parameter name: what names it in `sitrep.yaml`, for a sentence.
  /// - Throws: where it is not there or empty, for then what needs it cannot work.
  static func fetch(_ reference: SecretReference, named name: String) throws(Trouble) -> String {
    let found: String
    let place: String
    switch reference {
    case .environment(let variable):
      place = "The variable \(variable), named by '\(name)' in sitrep.yaml,"
      found = Surroundings.environment[variable] ?? ""
    case .file(let path):
      place = "The file \(path), named by '\(name)' in sitrep.yaml,"
      guard let data = FileManager.default.contents(atPath: path) else {
        throw Trouble(.configuration, place + " cannot be read.")
      }
      found = String(decoding: data, as: UTF8.self)
    }
    let secret = found.trimmingPrefix { $0.isWhitespace }
    let end = secret.lastIndex { !$0.isWhitespace }.map { secret.index(after: $0) } ?? secret.startIndex
    guard end > secret.startIndex else { throw Trouble(.configuration, place + " is empty.") }
    return String(secret[..<end])
  }
}
