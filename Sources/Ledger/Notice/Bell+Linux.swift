import Foundation
import Synchronization

/// Tells a reader that something was committed, by this process or another.
///
/// The writer rings after its commit is visible. The write-ahead log changes before that, so a change of it only
/// arms one look 200 ms later, for a writer that died between its commit and the bell. Where the system gives no
/// inotify, the bell looks every 200 ms. A thread of its own listens, so that whoever polls the descriptor is woken by
/// commits alone.
package final class Bell: Sendable {
  /// Readable when events were committed: for `poll`. Closed with the bell.
  package let fileDescriptor: Int32
  private let position: @Sendable () throws -> Int64
  private let seen: Mutex<Int64>
  /// Closing it ends the thread.
  private let stop: Int32

  init(
    path: String, usesNotifier: Bool = true, position: @escaping @Sendable () throws -> Int64
  ) throws(LedgerTrouble) {
    self.position = position
    let start: Int64
    do { start = try position() } catch { throw LedgerTrouble(error, path: path) }
    seen = Mutex(start)
    let rings = try SocketPair.make()
    let ends = try SocketPair.make()
    fileDescriptor = rings.reading
    stop = ends.writing
    let listener = BellListener(
      path: path, usesNotifier: usesNotifier, start: start, rings: rings.writing, ends: ends.reading,
      position: position)
    let thread = Thread { listener.run() }
    thread.name = "sitrep-bell"
    thread.start()
  }

  deinit {
    close(stop)
    close(fileDescriptor)
  }

  /// Takes what has rung.
  ///
  /// - Returns: whether events were committed since the last time.
  package func drain() -> Bool {
    var bytes = [UInt8](repeating: 0, count: 256)
    while read(fileDescriptor, &bytes, bytes.count) == bytes.count {}
    // A file that cannot be read just now rings again with its next change.
    guard let now = try? position() else { return false }
    return seen.withLock { seen in
      defer { seen = now }
      return now != seen
    }
  }
}

/// Two connected ends that never block. Sockets, because writing to one whose other end is closed raises no signal.
private enum SocketPair {
  static func make() throws(LedgerTrouble) -> (reading: Int32, writing: Int32) {
    var ends: [Int32] = [-1, -1]
    let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_NONBLOCK.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
    guard socketpair(AF_UNIX, kind, 0, &ends) == 0 else {
      throw StoreFile.trouble("No notice of changes can be had", errno)
    }
    return (ends[0], ends[1])
  }
}
