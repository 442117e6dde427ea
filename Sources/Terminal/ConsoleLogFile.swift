import Glibc

/// The file that standard output and error go to while the screen is taken, so that a stray line of a library cannot
/// tear the picture, and so that the last words of a crash are kept.
package struct ConsoleLogFile: Sendable {
  package let path: String
  let descriptor: Int32
  /// The file's length when it was opened: what lies behind it is of this run.
  private let start: Int

  /// Started over at this many bytes.
  private static let longest = 1_048_576

  /// `$XDG_STATE_HOME/sitrep/console.log`, by default below `~/.local/state`; nil where neither is known.
  package static func path(environment: [String: String]) -> String? {
    if let state = environment["XDG_STATE_HOME"], state.hasPrefix("/") { return state + "/sitrep/console.log" }
    guard let home = environment["HOME"], home.hasPrefix("/") else { return nil }
    return home + "/.local/state/sitrep/console.log"
  }

  /// Opens the file, with its folders, for this user alone.
  /// - Throws: `TerminalTrouble` with the code `terminal_log`.
  package init(path: String) throws(TerminalTrouble) {
    let folders = path.split(separator: "/", omittingEmptySubsequences: true).dropLast()
    var folder = path.hasPrefix("/") ? "" : "."
    for name in folders {
      folder += "/" + name
      mkdir(folder, 0o700)
    }
    descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else {
      throw TerminalTrouble(
        .log, "The console's log \(path) cannot be opened; check the folder's rights.",
        cause: String(cString: strerror(errno)))
    }
    var status = stat()
    if fstat(descriptor, &status) == 0, status.st_size > Self.longest { ftruncate(descriptor, 0) }
    start = Int(lseek(descriptor, 0, SEEK_END))
    self.path = path
  }

  /// Whether anything was written since the file was opened.
  package var hasNews: Bool {
    var status = stat()
    return fstat(descriptor, &status) == 0 && Int(status.st_size) > start
  }

  func close() { _ = Glibc.close(descriptor) }
}
