import Commands
import FoundationEssentials

/// A document that somebody asked for, in a file of its own.
enum OutputFile {
  /// Replaces what is there as a whole, and says so.
  /// - Throws: where the file cannot be written.
  static func write(_ text: String, to path: String) throws(Trouble) {
    do {
      try Data(Output.document(text).utf8).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw Trouble.writing(path, error)
    }
    Output.complain("\(path) written.")
  }
}
