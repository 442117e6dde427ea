import Glibc
import Settings

/// Whether the store's folder and files have the modes of their kind.
enum StoreFindings {
  static func all(_ store: String, kind: StoreKind) -> [Finding] {
    guard let folder = Status(parent(of: store)) else { return [] }
    var wrong: [String] = []
    var findings: [Finding] = []
    switch kind {
    case .personal:
      if folder.mode & 0o022 != 0 {
        findings.append(
          Finding(
            "folder", isSound: false,
            "\(parent(of: store)) is \(folder.words): others can write there, but what they make is not shared. For a "
              + "team run `sitrep config init --team GROUP`, for yourself `chmod 700`."))
      }
    case .team:
      let isShared = folder.mode & 0o7777 == 0o2770
      findings.append(
        Finding(
          "folder", isSound: isShared,
          "\(parent(of: store)) is \(folder.words), group \(folder.groupName)"
            + (isShared ? "." : ": it should be 2770, so that the group alone shares it.")))
    }
    for suffix in ["", "-wal", "-shm", "-write", "-bell"] {
      guard let file = Status(store + suffix) else { continue }
      let wanted: mode_t = kind == .team ? 0o660 : 0o600
      let isRight = kind == .team ? file.mode & 0o777 == wanted && file.group == folder.group : file.mode & 0o077 == 0
      if !isRight { wrong.append("\(store + suffix) is \(file.words), group \(file.groupName)") }
    }
    if !wrong.isEmpty {
      let remedy =
        kind == .team
        ? "Each should be 0660 and of the group \(folder.groupName): run `sitrep config init --team \(folder.groupName)` as root."
        : "Each should be 0600: `chmod 600` them."
      findings.append(Finding("files", isSound: false, wrong.joined(separator: "; ") + ". " + remedy))
    }
    return findings
  }

  private static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  /// What the system says of a file.
  private struct Status {
    let mode: mode_t
    let group: gid_t

    init?(_ path: String) {
      var status = stat()
      guard stat(path, &status) == 0 else { return nil }
      mode = status.st_mode & 0o7777
      group = status.st_gid
    }

    var words: String { (mode < 0o1000 ? "0" : "") + String(mode, radix: 8) }

    var groupName: String {
      var entry = Glibc.group()
      var found: UnsafeMutablePointer<Glibc.group>?
      var buffer = [CChar](repeating: 0, count: 65_536)
      guard getgrgid_r(group, &entry, &buffer, buffer.count, &found) == 0, found != nil, let name = entry.gr_name
      else { return "\(group)" }
      return String(cString: name)
    }
  }
}
