import Commands
import Procedures

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
