import Commands
import Glibc

/// Writes lines into a new file, which has its name only once all of it is on the disk.
final class LineWriter {
  private let path: String
  private let partial: String
  private var descriptor: Int32
  private var waiting: [UInt8] = []

  /// - Throws: trouble where there is such a file already, or none can be made.
  init(_ path: String) throws(Trouble) {
    self.path = path
    partial = path + ".partial"
    guard access(path, F_OK) != 0 else {
      throw Trouble(.cannotCreate, "There is a file \(path) already. Choose another name.")
    }
    descriptor = open(partial, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else { throw LineWriter.trouble(path, errno) }
  }

  deinit {
    guard descriptor >= 0 else { return }
    close(descriptor)
    unlink(partial)
  }

  func write(_ line: String) throws(Trouble) {
    waiting.append(contentsOf: line.utf8)
    waiting.append(UInt8(ascii: "\n"))
    if waiting.count >= 65_536 { try flush() }
  }

  /// - Throws: trouble where not all of it reached the disk; there is then no such file.
  func finish() throws(Trouble) {
    try flush()
    guard fsync(descriptor) == 0 else { throw LineWriter.trouble(path, errno) }
    close(descriptor)
    descriptor = -1
    guard rename(partial, path) == 0 else { throw LineWriter.trouble(path, errno) }
  }

  private func flush() throws(Trouble) {
    var rest = waiting[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { throw LineWriter.trouble(path, errno) }
      rest = rest.dropFirst(count)
    }
    waiting.removeAll(keepingCapacity: true)
  }

  private static func trouble(_ path: String, _ number: Int32) -> Trouble {
    let words = String(cString: strerror(number))
    let code: Trouble.Code =
      switch number {
      case ENOSPC, EDQUOT, EFBIG: .diskFull
      case EACCES, EPERM, EROFS: .notAllowed
      case EIO: .inputOutput
      default: .cannotCreate
      }
    return Trouble(code, "\(path) cannot be written: \(words).")
  }
}
