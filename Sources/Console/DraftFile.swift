package import EventLog
import FoundationEssentials
import Glibc

/// Drafts that a person had not sent when the terminal went: a small private file of the login, read at the next start.
/// Several consoles write into it, so each changes only what it changed itself.
package struct DraftFile: Sendable {
  /// How long another console's write is waited for; one takes milliseconds, but that console may have been stopped in
  /// the middle of it, and nobody's exit waits for that.
  private static let patience: useconds_t = 500_000
  private static let pause: useconds_t = 5_000

  private let path: String
  private let author: String

  /// - Parameters:
  ///   - folder: the login's own state folder; made when there is something to keep.
  ///   - author: the person whose drafts they are, for a login may be several.
  package init(folder: String, author: String) {
    path = folder + "/drafts.json"
    self.author = author
  }

  /// What this person has kept; nothing where there is none or it cannot be read, for a draft is no reason not to open.
  package func read() -> [StreamID: String] {
    var own: [StreamID: String] = [:]
    for (key, text) in entries() {
      let parts = key.split(separator: " ", maxSplits: 1)
      if parts.count == 2, parts[1] == author { own[StreamID(name: String(parts[0]))] = text }
    }
    return own
  }

  /// Brings the file from what this console last kept to what it keeps now; what others keep stays. The file is removed
  /// where nothing is left, and is never half of one.
  package func write(_ now: [StreamID: String], insteadOf before: [StreamID: String]) {
    let folder = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    let lock = open(path + ".lock", O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
    defer { if lock >= 0 { close(lock) } }
    if lock >= 0 { wait(for: lock) }
    var kept = entries()
    for (id, text) in before where now[id] == nil && kept[key(id)] == text { kept[key(id)] = nil }
    for (id, text) in now where before[id] != text { kept[key(id)] = text }
    replace(with: kept)
  }

  /// Gives up after a while: what is written then may lose another's letters of that moment, which is less than not
  /// ending.
  private func wait(for lock: Int32) {
    var waited: useconds_t = 0
    while flock(lock, LOCK_EX | LOCK_NB) != 0, errno == EWOULDBLOCK || errno == EINTR, waited < DraftFile.patience {
      usleep(DraftFile.pause)
      waited += DraftFile.pause
    }
  }

  private func key(_ incident: StreamID) -> String { incident.name + " " + author }

  private func entries() -> [String: String] {
    FileManager.default.contents(atPath: path).flatMap { try? JSONDecoder().decode([String: String].self, from: $0) }
      ?? [:]
  }

  private func replace(with kept: [String: String]) {
    guard !kept.isEmpty else {
      try? FileManager.default.removeItem(atPath: path)
      return
    }
    guard let data = try? JSONEncoder().encode(kept) else { return }
    let next = path + ".next"
    guard FileManager.default.createFile(atPath: next, contents: data, attributes: [.posixPermissions: 0o600]) else {
      return
    }
    rename(next, path)
  }
}
