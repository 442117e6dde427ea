import Commands
import Desk
import EventLog
import Procedures
import Settings

/// Finds a runbook by its name or its file.
struct RunbookText {
  var procedure: Procedure
  /// What stands before a line's number in a complaint: the file where one was named, else the runbook's name.
  var place: String

  static func find(_ name: String, _ options: GlobalOptions) throws -> RunbookText {
    if name.contains("/") || name.hasSuffix(".md") {
      guard let text = RunbookFolders.text(of: name) else {
        throw Trouble(.noSuchFile, "There is no file \(name), or it cannot be read.")
      }
      let file = name.split(separator: "/").last.map(String.init) ?? name
      let plain = file.hasSuffix(".md") ? String(file.dropLast(3)) : file
      return RunbookText(procedure: Procedure.parse(text, name: plain), place: name)
    }
    let index = RunbookFolders.index(try Session.settings(try Session.places(options)))
    guard let procedure = index.named(name) else {
      throw Trouble(.noSuchFile, "There is no runbook \(name). `sitrep runbook list` shows those at hand.")
    }
    return RunbookText(procedure: procedure, place: procedure.name + ".md")
  }

  /// Every runbook at hand.
  static func all(_ options: GlobalOptions) throws -> [RunbookText] {
    RunbookFolders.index(try Session.settings(try Session.places(options))).procedures.map {
      RunbookText(procedure: $0, place: $0.name + ".md")
    }
  }
}
