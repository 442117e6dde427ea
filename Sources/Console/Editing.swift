import Glibc
package import Terminal

/// Has a text edited in a file of its own by the person's editor.
@TerminalActor package struct Editing {
  private let environment: [String: String]

  /// The longest text taken back, in bytes.
  private static let longest = 1_048_576

  /// - Parameter environment: `VISUAL` and `EDITOR` name the editor, `TMPDIR` the place of the file.
  package init(environment: [String: String]) { self.environment = environment }

  /// - Returns: the outcome, and the signal that told the console to end meanwhile. The file is removed unless the text
  ///   would be lost with it.
  package func edit(
    _ text: String, suffix: String, by process: ForegroundProcess
  ) -> (outcome: EditOutcome, signal: TerminalProcessSignal?) {
    let path: String
    switch makeFile(text, suffix: suffix) {
    case .success(let made): path = made
    case .failure(let failure): return (.failed(failure.message), nil)
    }
    // By a shell, as the variable may hold options; the path is handed over as a word of its own.
    switch process.run(["/bin/sh", "-c", "\(editor) \"$1\"", "sh", path]) {
    case .exited(0): return (takeBack(path, before: text), nil)
    case .exited(let code):
      return (.failed("The editor ended with code \(code); nothing was taken over. The text is in \(path)."), nil)
    case .notStarted(let cause):
      unlink(path)
      return (.failed("The editor could not be started: \(cause). Set VISUAL or EDITOR."), nil)
    case .interrupted(let signal): return (.failed("The text is in \(path)."), signal)
    }
  }

  private var editor: String {
    for name in ["VISUAL", "EDITOR"] {
      if let value = environment[name], !value.allSatisfy(\.isWhitespace) { return value }
    }
    return "vi"
  }

  private func makeFile(_ text: String, suffix: String) -> Result<String, EditingFailure> {
    let folder = environment["TMPDIR"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp"
    // A suffix becomes a part of a path: letters and digits only.
    let letters = suffix.filter { $0.isASCII && ($0.isLetter || $0.isNumber) }
    let ending = letters.isEmpty ? "" : "." + letters
    // mkstemps wants six of this letter and puts others in their place.
    var template = Array("\(folder)/sitrep-XXXXXX\(ending)".utf8CString)
    let file = mkstemps(&template, Int32(ending.utf8.count))
    guard file >= 0 else { return .failure(EditingFailure(folder: folder)) }
    defer { close(file) }
    let path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    var rest = Array(text.utf8)[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
      guard written > 0 else {
        unlink(path)
        return .failure(EditingFailure(folder: folder))
      }
      rest = rest.dropFirst(written)
    }
    return .success(path)
  }

  private func takeBack(_ path: String, before: String) -> EditOutcome {
    // Opened anew: most editors write another file in the place of the first.
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
    guard file >= 0 else { return .failed("The edited text cannot be read from \(path); nothing was taken over.") }
    defer { close(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while bytes.count <= Self.longest {
      let count = read(file, &buffer, buffer.count)
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    guard bytes.count <= Self.longest else {
      return .failed("The edited text is longer than 1 MiB; nothing was taken over. It is in \(path).")
    }
    unlink(path)
    let after = String(decoding: bytes, as: UTF8.self)
    return after == before ? .unchanged : .saved(after)
  }
}
