import Commands
import EventLog
import Procedures

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

/// `runbook show --json`: what Sitrep reads in a Markdown file.
struct RunbookJSON: Encodable {
  let title: String
  let kind: String
  let front_matter: FrontMatter
  let sections: [ProcedureSection]
  let steps: [ProcedureStep]

  init(_ procedure: Procedure) {
    title = procedure.title
    kind = procedure.kind.rawValue
    front_matter = procedure.frontMatter
    sections = procedure.sections
    steps = procedure.steps
  }
}
