import Foundation

/// The thread behind a bell.
struct BellListener: Sendable {
  private let rings: Int32
  private let ends: Int32
  private let notifier: Int32
  private let bellName: String
  private let logName: String
  private let start: Int64
  private let position: @Sendable () throws -> Int64

  /// How long after a change of the write-ahead log to look, and how often without inotify, in milliseconds.
  private static let delay: Int32 = 200

  init(
    path: String, usesNotifier: Bool, start: Int64, rings: Int32, ends: Int32,
    position: @escaping @Sendable () throws -> Int64
  ) {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    bellName = name + "-bell"
    logName = name + "-wal"
    self.start = start
    self.rings = rings
    self.ends = ends
    self.position = position
    var notifier: Int32 = -1
    if usesNotifier {
      notifier = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
      let events = UInt32(IN_MODIFY) | UInt32(IN_CREATE) | UInt32(IN_MOVED_TO)
      if notifier >= 0, inotify_add_watch(notifier, FileSystem.folder(of: path), events) < 0 {
        close(notifier)
        notifier = -1
      }
    }
    self.notifier = notifier
  }

  func run() {
    defer { for descriptor in [rings, ends, notifier] where descriptor >= 0 { close(descriptor) } }
    var seen = start
    var lookAt: Double?
    while true {
      var interests = [pollfd(fd: ends, events: Int16(POLLIN), revents: 0)]
      if notifier >= 0 { interests.append(pollfd(fd: notifier, events: Int16(POLLIN), revents: 0)) }
      _ = poll(&interests, nfds_t(interests.count), patience(lookAt))
      if interests[0].revents != 0 { return }
      let notice = interests.count > 1 && interests[1].revents != 0 ? readNotices() : Notice()
      if notice.rang {
        lookAt = nil
        seen = (try? position()) ?? seen
        ring()
      } else if notice.logChanged, lookAt == nil {
        lookAt = MonotonicTime.now + Double(BellListener.delay) / 1_000
      }
      guard notifier < 0 || lookAt.map({ $0 <= MonotonicTime.now }) ?? false else { continue }
      lookAt = nil
      guard let now = try? position(), now != seen else { continue }
      seen = now
      ring()
    }
  }

  private struct Notice {
    var rang = false
    var logChanged = false
  }

  private func patience(_ lookAt: Double?) -> Int32 {
    if notifier < 0 { return BellListener.delay }
    guard let lookAt else { return -1 }
    return Int32(max(0, (lookAt - MonotonicTime.now) * 1_000).rounded(.up))
  }

  /// A full line is as good as a byte more.
  private func ring() {
    var byte: UInt8 = 1
    _ = send(rings, &byte, 1, Int32(MSG_NOSIGNAL))
  }

  private func readNotices() -> Notice {
    var notice = Notice()
    withUnsafeTemporaryAllocation(byteCount: 16_384, alignment: 8) { buffer in
      while true {
        let count = read(notifier, buffer.baseAddress, buffer.count)
        guard count > 0 else { return }
        var offset = 0
        while offset + MemoryLayout<inotify_event>.size <= count {
          let event = buffer.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
          let start = offset + MemoryLayout<inotify_event>.size
          let name = String(
            decoding: buffer[start..<min(start + Int(event.len), count)].prefix { $0 != 0 }, as: UTF8.self)
          // After an overflow nothing is known, so the reader looks.
          if name == bellName || event.mask & UInt32(IN_Q_OVERFLOW) != 0 { notice.rang = true }
          if name == logName { notice.logChanged = true }
          offset = start + Int(event.len)
        }
      }
    }
    return notice
  }
}
