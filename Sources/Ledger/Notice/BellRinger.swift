import Glibc

/// Rings for other readers after a commit is visible: one byte into `PATH-bell`.
struct BellRinger: Sendable {
  private let descriptor: Int32

  /// The file is cut again when it has grown to this many bytes.
  private static let longest: off_t = 4_096

  init(_ path: String, isTeam: Bool) throws(LedgerTrouble) {
    let mode: mode_t = isTeam ? 0o660 : 0o600
    descriptor = open(path + "-bell", O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw StoreFile.trouble("\(path)-bell cannot be opened", errno) }
    if isTeam { fchmod(descriptor, mode) }
  }

  /// A bell that cannot be rung is no failure: readers look at the WAL as well.
  func ring() {
    var byte: UInt8 = 1
    _ = write(descriptor, &byte, 1)
    if lseek(descriptor, 0, SEEK_END) > BellRinger.longest { _ = ftruncate(descriptor, 0) }
  }

  func close() { _ = Glibc.close(descriptor) }
}
