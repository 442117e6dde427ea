import Foundation
import Glibc
import Synchronization

/// A run of the program that goes on beside the test; what it complains comes through a pipe, so that a test can wait
/// for a line of it.
final class Running: Sendable {
  let process: pid_t
  private let descriptor: Int32
  private let heard = Mutex("")

  /// - Parameter pipe: where a pipe with a name may be made.
  init(pipe: String, spawn: (String) throws -> pid_t) throws {
    guard mkfifo(pipe, 0o600) == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
    descriptor = open(pipe, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    process = try spawn(pipe)
  }

  deinit { close(descriptor) }

  /// Everything it has complained so far.
  var complaint: String {
    while hear(within: 0) {}
    return heard.withLock { $0 }
  }

  /// Waits until something stands in what it complains, or until it ends.
  /// - Returns: whether it came.
  func waits(for words: String) -> Bool {
    while !heard.withLock({ $0.contains(words) }) {
      guard hear(within: 60_000) else { return false }
    }
    return true
  }

  /// Ends it and takes its exit code.
  func end(_ signal: Int32 = SIGTERM) -> Int32 {
    kill(process, signal)
    return Program.wait(process)
  }

  /// - Returns: false where nothing came in so many milliseconds, or nothing can come any more.
  private func hear(within milliseconds: Int32) -> Bool {
    var wanted = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard poll(&wanted, 1, milliseconds) > 0 else { return false }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = read(descriptor, &buffer, buffer.count)
    guard count > 0 else { return false }
    heard.withLock { $0 += String(decoding: buffer.prefix(count), as: UTF8.self) }
    return true
  }
}
