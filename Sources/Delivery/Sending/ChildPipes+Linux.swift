import CProcess
import Glibc

/// The three pipes of a child, and what goes through them.
struct ChildPipes {
  private(set) var childInput: Int32 = -1
  private(set) var childOutput: Int32 = -1
  private(set) var childComplaint: Int32 = -1
  private var toChild: Int32 = -1
  private var fromChild: Int32 = -1
  private var complaints: Int32 = -1

  /// What is still to be written.
  var input: [UInt8] = []
  private var written = 0
  private var output: [UInt8] = []
  private var complaint: [UInt8] = []

  var outputText: String { String(decoding: output, as: UTF8.self) }
  var complaintText: String { String(decoding: complaint, as: UTF8.self) }

  /// False with `errno` set where the system has no more pipes to give.
  mutating func open() -> Bool {
    guard let input = Self.pipe(), let output = Self.pipe(), let complaint = Self.pipe() else { return false }
    (childInput, toChild) = (input.read, input.write)
    (fromChild, childOutput) = (output.read, output.write)
    (complaints, childComplaint) = (complaint.read, complaint.write)
    for descriptor in [toChild, fromChild, complaints] {
      _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
    }
    return true
  }

  mutating func closeChildSides() {
    Self.close(&childInput)
    Self.close(&childOutput)
    Self.close(&childComplaint)
  }

  mutating func close() {
    closeChildSides()
    Self.close(&toChild)
    Self.close(&fromChild)
    Self.close(&complaints)
  }

  /// Writes and reads what can be, and waits for that so many milliseconds at most.
  mutating func exchange(patience: Int32, limit: Int) {
    if toChild >= 0, written == input.count { Self.close(&toChild) }
    var interests = [
      pollfd(fd: toChild, events: Int16(POLLOUT), revents: 0), pollfd(fd: fromChild, events: Int16(POLLIN), revents: 0),
      pollfd(fd: complaints, events: Int16(POLLIN), revents: 0),
    ]
    guard poll(&interests, nfds_t(interests.count), patience) > 0 else { return }
    if interests[0].revents != 0 { write() }
    if interests[1].revents != 0 { Self.read(&fromChild, into: &output, limit: limit) }
    if interests[2].revents != 0 { Self.read(&complaints, into: &complaint, limit: limit) }
  }

  private mutating func write() {
    let count = input.withUnsafeBytes { bytes in
      Glibc.write(toChild, bytes.baseAddress?.advanced(by: written), bytes.count - written)
    }
    if count > 0 { written += count }
    // Whoever does not read to the end does not want the rest.
    if count < 0, errno != EAGAIN, errno != EINTR { written = input.count }
    if written == input.count { Self.close(&toChild) }
  }

  /// Beyond the limit it is read all the same, so that the child does not stand still, and forgotten.
  private static func read(_ descriptor: inout Int32, into bytes: inout [UInt8], limit: Int) {
    var buffer = [UInt8](repeating: 0, count: 16_384)
    while true {
      let count = Glibc.read(descriptor, &buffer, buffer.count)
      guard count > 0 else {
        if count == 0 || (errno != EAGAIN && errno != EINTR) { close(&descriptor) }
        return
      }
      bytes += buffer.prefix(min(count, max(0, limit - bytes.count)))
    }
  }

  private static func pipe() -> (read: Int32, write: Int32)? {
    var ends: [Int32] = [-1, -1]
    // Closed to others from the first moment: a child that is started meanwhile would keep this one's input open.
    guard sitrep_pipe(&ends) else { return nil }
    return (ends[0], ends[1])
  }

  private static func close(_ descriptor: inout Int32) {
    guard descriptor >= 0 else { return }
    Glibc.close(descriptor)
    descriptor = -1
  }
}
