package import EventLog
import FoundationEssentials
import Glibc

/// Drafts that a person had not sent when the terminal went: one small private file, read at the next start.
package struct DraftFile: Sendable {
  private let path: String

  /// - Parameter folder: the person's own state folder; made when there is something to keep.
  package init(folder: String) { path = folder + "/drafts.json" }

  /// What was kept; nothing where there is none or it cannot be read, for a draft is no reason not to open.
  package func read() -> [StreamID: String] {
    guard let data = FileManager.default.contents(atPath: path),
      let kept = try? JSONDecoder().decode([String: String].self, from: data)
    else { return [:] }
    return Dictionary(uniqueKeysWithValues: kept.map { (StreamID(name: $0.key), $0.value) })
  }

  /// Keeps these drafts; removes the file where there is none. The file is never half of one.
  package func write(_ kept: [StreamID: String]) {
    let drafts = Dictionary(uniqueKeysWithValues: kept.map { ($0.key.name, $0.value) })
    guard !drafts.isEmpty else {
      try? FileManager.default.removeItem(atPath: path)
      return
    }
    let folder = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
    try? FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    guard let data = try? JSONEncoder().encode(drafts) else { return }
    let next = path + ".next"
    guard FileManager.default.createFile(atPath: next, contents: data, attributes: [.posixPermissions: 0o600]) else {
      return
    }
    rename(next, path)
  }
}
