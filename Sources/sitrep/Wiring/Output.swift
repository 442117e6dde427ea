import EventLog
import FoundationEssentials
import Glibc
import Screens

/// What goes to standard output and standard error: always cleaned, never coloured.
enum Output {
  /// Lines for a person.
  static func lines(_ lines: [String]) { write(lines.map { Sanitizer.plain($0) + "\n" }.joined(), to: 1) }

  static func line(_ line: String) { lines([line]) }

  /// Text of several lines whose own line ends stay (a post-mortem, a runbook's source).
  static func text(_ text: String) {
    let clean = Sanitizer.plain(text, keepingNewlines: true)
    write(clean.hasSuffix("\n") ? clean : clean + "\n", to: 1)
  }

  /// A sentence on standard error.
  static func complain(_ sentence: String) {
    write("sitrep: " + Sanitizer.plain(sentence, keepingNewlines: true) + "\n", to: 2)
  }

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
      // A reader that went away is no error of ours: the pipe's end is the end.
      guard written > 0 else { return }
      bytes = bytes.dropFirst(written)
    }
  }
}
