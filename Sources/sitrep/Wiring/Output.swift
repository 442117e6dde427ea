import Commands
import EventLog
import FoundationEssentials
import Glibc
import Screens
import Synchronization

/// What goes to standard output and standard error: always cleaned, never coloured.
enum Output {
  /// Set once standard output took no more: what was asked for was then not given, whatever else went well.
  private static let lost = Mutex<Trouble?>(nil)

  /// Why output was lost; nil where all of it was written, or its reader chose to go.
  static var trouble: Trouble? { lost.withLock { $0 } }

  /// Lines for a person.
  static func lines(_ lines: [String]) { write(lines.map { Sanitizer.plain($0) + "\n" }.joined(), to: 1) }

  static func line(_ line: String) { lines([line]) }

  /// Text of several lines whose own line ends stay (a post-mortem, a runbook's source).
  static func text(_ text: String) { write(document(text), to: 1) }

  /// A calendar, whose line ends are its format's; nothing in it can disturb a terminal.
  static func calendar(_ text: String) { write(text, to: 1) }

  /// The same as it is written to a file, which somebody will look at on a terminal as well.
  static func document(_ text: String) -> String {
    let clean = Sanitizer.plain(text, keepingNewlines: true)
    return clean.hasSuffix("\n") ? clean : clean + "\n"
  }

  /// One line of a list within a sentence, so that no title can pass for a line of its own.
  static func inList(_ text: String) -> String { Sanitizer.plain(text) }

  /// A sentence on standard error.
  static func complain(_ sentence: String) {
    write("sitrep: " + Sanitizer.plain(sentence, keepingNewlines: true) + "\n", to: 2)
  }

  /// What the parser says of a line it cannot read.
  static func refuse(_ message: String) { write(document(message), to: 2) }

  /// One line of JSON that is whole already.
  static func jsonLine(_ line: String) { write(escaped(line) + "\n", to: 1) }

  static func json(_ value: JSONValue) { json(encodable: value) }

  static func json(encodable value: some Encodable) {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(value) else { return }
    write(escaped(String(decoding: data, as: UTF8.self)) + "\n", to: 1)
  }

  /// JSON may hold any text; on a terminal, what could move its cursor or turn its direction is written as an escape.
  private static func escaped(_ json: String) -> String {
    var result = ""
    for scalar in json.unicodeScalars {
      let category = scalar.properties.generalCategory
      let isSafe = scalar == "\n" || ![.control, .format, .lineSeparator, .paragraphSeparator].contains(category)
      if isSafe {
        result.unicodeScalars.append(scalar)
      } else {
        for unit in String(scalar).utf16 { result += "\\u" + hexadecimal(unit) }
      }
    }
    return result
  }

  private static func hexadecimal(_ unit: UInt16) -> String {
    let digits = String(unit, radix: 16)
    return String(repeating: "0", count: 4 - digits.count) + digits
  }

  private static func write(_ text: String, to descriptor: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if written < 0, errno == EINTR { continue }
      guard written > 0 else {
        // A reader that went away is no error of ours: the pipe's end is the end.
        let number = errno
        if number != EPIPE, descriptor == 1 {
          let words = String(cString: strerror(number))
          let code = number == ENOSPC || number == EFBIG || number == EDQUOT ? Trouble.Code.diskFull : .inputOutput
          lost.withLock { $0 = Trouble(code, "The output could not be written whole: \(words).") }
        }
        return
      }
      bytes = bytes.dropFirst(written)
    }
  }
}
