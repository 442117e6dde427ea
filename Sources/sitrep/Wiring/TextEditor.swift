import Commands
import FoundationEssentials
import Glibc

/// Gives a text to the person's own editor, where a verb runs on a terminal.
enum TextEditor {
  /// The text as it was left; nil where it was left as it was.
  /// - Throws: no terminal, no editor, or an editor that ended badly; then the text stays in its file, which is named.
  static func edit(_ text: String, suffix: String) throws -> String? {
    guard isatty(0) == 1, isatty(1) == 1 else {
      throw Trouble(.unconfirmed, "There is no terminal to edit on: give the text with --file FILE, or --file - .")
    }
    let folder = FileManager.default.temporaryDirectory.path(percentEncoded: false)
    let path = folder + "/sitrep-\(SystemRandom.key())." + suffix
    let file = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw Trouble(.cannotCreate, "No file can be made in \(folder).") }
    close(file)
    do { try Data(text.utf8).write(to: URL(filePath: path)) } catch { throw Trouble.writing(path, error) }
    let names = [Surroundings.environment["VISUAL"], Surroundings.environment["EDITOR"]]
    let editor = names.compactMap { $0 }.first { !$0.allSatisfy(\.isWhitespace) } ?? "vi"
    // By a shell, as the variable may hold options; the path is handed over as a word of its own.
    let words = ["/bin/sh", "-c", "\(editor) \"$1\"", "sh", path]
    var arguments = words.map { strdup($0) } + [nil]
    defer { for argument in arguments { free(argument) } }
    var process: pid_t = 0
    guard posix_spawn(&process, "/bin/sh", nil, nil, &arguments, environ) == 0 else {
      unlink(path)
      throw Trouble(.unavailable, "The editor could not be started. Set VISUAL or EDITOR.")
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    guard status == 0 else {
      throw Trouble(.unavailable, "The editor ended badly; nothing was taken over. The text is in \(path).")
    }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Trouble(.inputOutput, "The edited text cannot be read from \(path).")
    }
    unlink(path)
    let after = String(decoding: data, as: UTF8.self)
    return after == text ? nil : after
  }
}
