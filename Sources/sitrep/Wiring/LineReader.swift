import Commands
import Glibc

/// Reads a file, or standard input for "-", line by line, so that its length does not matter.
final class LineReader {
  private let name: String
  private let file: UnsafeMutablePointer<FILE>
  private var buffer: UnsafeMutablePointer<CChar>?
  private var capacity = 0

  /// - Throws: trouble where there is no such file or it may not be read.
  init(_ path: String) throws(Trouble) {
    name = path == "-" ? "standard input" : path
    guard let file = path == "-" ? fdopen(dup(0), "r") : fopen(path, "re") else {
      let code: Trouble.Code = errno == EACCES ? .notAllowed : .noSuchFile
      throw Trouble(code, "\(path) cannot be read: \(String(cString: strerror(errno))).")
    }
    self.file = file
  }

  deinit {
    free(buffer)
    fclose(file)
  }

  /// The next line without its end; nil at the end of the file.
  /// - Throws: trouble where the file cannot be read on.
  func next() throws(Trouble) -> String? {
    errno = 0
    let count = getline(&buffer, &capacity, file)
    guard count >= 0, let buffer else {
      guard ferror(file) == 0 else {
        throw Trouble(.inputOutput, "\(name) cannot be read on: \(String(cString: strerror(errno))).")
      }
      return nil
    }
    let length = count > 0 && buffer[count - 1] == CChar(bitPattern: UInt8(ascii: "\n")) ? count - 1 : count
    return buffer.withMemoryRebound(to: UInt8.self, capacity: length) {
      String(decoding: UnsafeBufferPointer(start: $0, count: length), as: UTF8.self)
    }
  }
}
