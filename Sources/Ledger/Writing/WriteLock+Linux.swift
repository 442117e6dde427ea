import Glibc

/// Takes turns between the processes that write one store (`PATH-write`).
///
/// SQLite's own lock is taken by whoever polls at the right moment, which starves a person while alerts pour in. Here
/// the one who waits holds the *turn* (a lock on the first byte), and whoever has just written needs the turn
/// before it can write again: so two that both want to write alternate. Each further byte stands for a lease of the watch:
/// whoever has that lease holds its byte for as long as the process lives.
final class WriteLock: Sendable {
  private let path: String
  private let descriptor: Int32

  init(_ path: String, isTeam: Bool) throws(LedgerTrouble) {
    self.path = path
    let mode: mode_t = isTeam ? 0o660 : 0o600
    descriptor = open(path + "-write", O_RDWR | O_CREAT | O_CLOEXEC, mode)
    guard descriptor >= 0 else { throw StoreFile.trouble("\(path)-write cannot be opened", errno) }
    if isTeam { fchmod(descriptor, mode) }
  }

  deinit { Glibc.close(descriptor) }

  /// - Throws: `.lockedTooLong` after the given time; a stopped process must not stop everybody.
  func lock(within seconds: Double) throws(LedgerTrouble) {
    let end = MonotonicTime.now + seconds
    try wait(until: end) { turn(F_WRLCK) }
    defer { _ = turn(F_UNLCK) }
    try wait(until: end) { flock(descriptor, LOCK_EX | LOCK_NB) == 0 }
  }

  func unlock() { _ = flock(descriptor, LOCK_UN) }

  private func wait(until end: Double, _ attempt: () -> Bool) throws(LedgerTrouble) {
    while !attempt() {
      guard MonotonicTime.now < end else {
        throw LedgerTrouble(.lockedTooLong, "Another process has kept \(path) locked for too long. Try again.")
      }
      usleep(500)
    }
  }

  /// Whether nobody gives the sign of the lease of this number.
  func isWatchSignGone(_ fence: Int64) -> Bool {
    var request = Self.request(1 + fence, F_WRLCK)
    let askForOpenFileLock: Int32 = 36
    return fcntl(descriptor, askForOpenFileLock, &request) == 0 && request.l_type == Int16(F_UNLCK)
  }

  /// Gives the sign: the system takes it back when the process ends, in whatever way.
  func giveWatchSign(_ fence: Int64) { _ = byte(1 + fence, F_WRLCK) }

  func takeWatchSignsBack() {
    var request = Self.request(1, F_UNLCK)
    // To the end, wherever that is.
    request.l_len = 0
    _ = fcntl(descriptor, Self.setOpenFileLock, &request)
  }

  private func turn(_ type: Int32) -> Bool { byte(0, type) }

  // A lock of the open file description, so that each ledger counts for itself, as with flock (fcntl(2)).
  private func byte(_ place: Int64, _ type: Int32) -> Bool {
    var request = Self.request(place, type)
    return fcntl(descriptor, Self.setOpenFileLock, &request) == 0
  }

  private static let setOpenFileLock: Int32 = 37

  private static func request(_ place: Int64, _ type: Int32) -> Glibc.flock {
    var request = Glibc.flock()
    request.l_type = Int16(type)
    request.l_whence = Int16(SEEK_SET)
    request.l_start = off_t(place)
    request.l_len = 1
    return request
  }
}

/// Seconds of a clock that is never set.
enum MonotonicTime {
  static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }
}
