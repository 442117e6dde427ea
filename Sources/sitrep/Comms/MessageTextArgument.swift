import ArgumentParser
import Commands

/// The text of a message: said in place, or from standard input.
struct MessageTextArgument: ParsableArguments {
  @Argument(help: "The text as it went out, or - for standard input.")
  var text: String

  var value: String { Self.whole(text) }

  /// The text itself, or what standard input holds where it is a dash.
  static func whole(_ text: String) -> String {
    guard text == "-" else { return text }
    var read = String(decoding: FileHandleReading.standardInput(), as: UTF8.self)
    while read.last?.isNewline == true { read.removeLast() }
    return read
  }
}
