import Commands
import Desk
import EventLog
import Incidents

/// Silences as people name them: by the beginning of their key.
enum SilenceName {
  private static let least = 4

  /// As much of the key as tells it from all others.
  static func short(_ id: StreamID, among all: [StreamID]) -> String {
    var length = least
    while length < id.key.count, all.contains(where: { $0 != id && $0.key.hasPrefix(id.key.prefix(length)) }) {
      length += 1
    }
    return String(id.key.prefix(length))
  }

  /// The one that is not over and whose key begins so.
  static func silence(_ text: String, _ kind: Silence.Kind, _ session: Session) throws(Trouble) -> StreamID {
    let all = try session.desk.silences().filter { $0.kind == kind }
    let fits = all.filter { $0.id.key.hasPrefix(text) && !text.isEmpty }
    if let one = fits.first, fits.count == 1 || one.id.key == text { return one.id }
    let words = kind == .silence ? "silence" : "maintenance"
    throw Trouble(
      .noSuchFile,
      fits.isEmpty
        ? "No \(words) in force or to come is named \(text): sitrep \(words) list shows them."
        : "\(text) may be several: \(fits.map(\.id.key).joined(separator: ", ")).")
  }
}
