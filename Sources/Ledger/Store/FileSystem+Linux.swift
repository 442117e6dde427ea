import EventLog
import Foundation

/// What the operating system says of a store's file; everything here is Linux's own.
enum FileSystem {
  /// The sentence that refuses a network file system, nil where the folder lies on a local one.
  static func networkRefusal(of path: String) -> LedgerTrouble? {
    var folder = path
    while !folder.isEmpty, access(folder, F_OK) != 0 {
      folder = String(folder[..<(folder.lastIndex(of: "/") ?? folder.startIndex)])
    }
    if folder.isEmpty { folder = path.hasPrefix("/") ? "/" : "." }
    guard let magic = SystemCalls.fileSystemMagic(of: folder),
      let name = NetworkFileSystem.name(magic: magic, mountType: magic == 0x6573_5546 ? mountType(folder) : nil)
    else { return nil }
    return LedgerTrouble(
      .networkFileSystem,
      "\(path) lies on a network file system (\(name)), where a store can be damaged by two hosts at once. "
        + "Put it on a local disk and reach it over SSH.")
  }

  /// What ties a file to its place: where one of these differs, the file is a copy.
  struct Identity: Hashable, Sendable {
    var machine: String
    var inode: Int64
    /// Nanoseconds since 1970 at which the file was made; 0 where the file system does not say.
    var born: Int64
  }

  static func identity(of path: String) -> Identity? {
    var info = stat()
    guard stat(path, &info) == 0 else { return nil }
    return Identity(
      machine: machine, inode: Int64(bitPattern: UInt64(info.st_ino)), born: SystemCalls.birth(of: path) ?? 0)
  }

  /// A digest, because the machine id itself is confidential (machine-id(5)).
  private static let machine: String = {
    let text = (try? String(contentsOfFile: "/etc/machine-id", encoding: .utf8)) ?? ""
    return String(Chain.digest(of: Array(("sitrep:" + text).utf8)).prefix(16))
  }()

  /// Free bytes for this user on the file system of a path.
  static func freeBytes(at path: String) -> Int64? {
    var info = statvfs()
    guard statvfs(path, &info) == 0 else { return nil }
    return Int64(info.f_bavail) * Int64(info.f_frsize)
  }

  static func size(of path: String) -> Int64 {
    var info = stat()
    return stat(path, &info) == 0 ? Int64(info.st_size) : 0
  }

  static func isFolder(_ path: String) -> Bool {
    var info = stat()
    return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
  }

  /// What may not even be looked for counts as there: it is not to be taken for a place where nothing is.
  static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 || errno == EACCES }
  /// Whether it is there, or behind a folder that says nothing, but not for this user.
  static func isForbidden(_ path: String) -> Bool { access(path, R_OK) != 0 && errno == EACCES }
  static func isWritable(_ path: String) -> Bool { access(path, W_OK) == 0 }
  static func isReadable(_ path: String) -> Bool { access(path, R_OK) == 0 }

  static func folder(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }

  private static func mountType(_ folder: String) -> String? {
    guard let resolved = realpath(folder, nil) else { return nil }
    defer { free(resolved) }
    let path = String(cString: resolved)
    guard let table = try? String(contentsOfFile: "/proc/self/mountinfo", encoding: .utf8) else { return nil }
    var best: (length: Int, type: String)?
    for line in table.split(separator: "\n") {
      let fields = line.split(separator: " ")
      guard fields.count > 6, let dash = fields.firstIndex(of: "-"), dash + 1 < fields.count else { continue }
      let mount = String(fields[4])
      guard path == mount || path.hasPrefix(mount == "/" ? "/" : mount + "/"), mount.count >= best?.length ?? 0
      else { continue }
      best = (mount.count, String(fields[dash + 1]))
    }
    return best?.type
  }
}
