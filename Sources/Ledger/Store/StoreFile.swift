import GRDB
import Glibc

/// The file of a store as it is found, made, and opened.
enum StoreFile {
  /// Makes the folder and an empty file with the modes of a personal or a team store.
  static func make(_ path: String, isTeam: Bool) throws(LedgerTrouble) {
    try makeFolder(of: path, isTeam: isTeam)
    let mode: mode_t = isTeam ? 0o660 : 0o600
    let descriptor = Glibc.open(path, O_RDWR | O_CREAT | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw trouble("\(path) cannot be made", errno) }
    if isTeam { fchmod(descriptor, mode) }
    Glibc.close(descriptor)
  }

  /// Makes the folder of a store, and those above it, where they are not there.
  static func makeFolder(of path: String, isTeam: Bool) throws(LedgerTrouble) {
    let folder = FileSystem.folder(of: path)
    var parents: [String] = []
    var next = folder
    while !FileSystem.exists(next), next != "/", next != "." {
      parents.append(next)
      next = FileSystem.folder(of: next)
    }
    for parent in parents.reversed() {
      guard mkdir(parent, isTeam ? 0o2770 : 0o700) == 0 || errno == EEXIST else {
        throw trouble("The folder \(parent) cannot be made", errno)
      }
      // The mask of the process takes bits away from what mkdir was asked for.
      if isTeam { chmod(parent, 0o2770) }
    }
  }

  /// Brings what was written to a file onto the disk.
  static func flush(_ path: String) throws(LedgerTrouble) {
    let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC)
    defer { Glibc.close(descriptor) }
    guard descriptor >= 0, fsync(descriptor) == 0 else { throw trouble("\(path) cannot be flushed", errno) }
  }

  /// Opens a connection in WAL mode that waits for others as the options say.
  static func open(_ path: String, isReadOnly: Bool, busySeconds: Double) throws -> DatabaseQueue {
    var configuration = Configuration()
    configuration.readonly = isReadOnly
    configuration.busyMode = .timeout(busySeconds)
    configuration.allowsUnsafeTransactions = false
    return try DatabaseQueue(path: path, configuration: configuration)
  }

  /// The words for an error number of the system.
  static func trouble(_ what: String, _ number: Int32) -> LedgerTrouble {
    let words = String(cString: strerror(number))
    let code: LedgerTrouble.Code =
      switch number {
      case EACCES, EPERM: .noPermission
      case EROFS: .readOnly
      case ENOSPC, EDQUOT: .full
      case EIO: .io
      default: .cannotCreate
      }
    return LedgerTrouble(code, "\(what): \(words).", cause: words)
  }
}
