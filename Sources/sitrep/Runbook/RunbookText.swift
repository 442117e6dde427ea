import Commands
import Procedures
import Settings

/// Finds a runbook by its name or its file.
enum RunbookText {
  static func find(_ name: String, _ options: GlobalOptions) throws -> Procedure {
    if name.contains("/") || name.hasSuffix(".md") {
      guard let text = RunbookFolders.text(of: name) else {
        throw Trouble(.noSuchFile, "There is no file \(name), or it cannot be read.")
      }
      let file = name.split(separator: "/").last.map(String.init) ?? name
      return Procedure.parse(text, name: file.hasSuffix(".md") ? String(file.dropLast(3)) : file)
    }
    let index = RunbookFolders.index(try Session.settings(try Session.places(options)))
    guard let procedure = index.named(name) else {
      throw Trouble(.noSuchFile, "There is no runbook \(name). `sitrep runbook list` shows those at hand.")
    }
    return procedure
  }
}
