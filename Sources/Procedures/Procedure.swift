/// A text that people follow step by step: runbook, drill, deployment plan or checklist.
package struct Procedure: Hashable, Sendable {
  /// The file's name without its ending; what people type.
  package var name: String
  package var title: String
  /// The text of the first top heading, where there is one: in the wild it is the alert's name.
  package var heading: String?
  package var kind: ProcedureKind
  package var frontMatter: FrontMatter
  package var sections: [ProcedureSection]
  package var steps: [ProcedureStep]
  package var problems: [ProcedureProblem]
  /// The file as it was read.
  package var source: String

  package init(
    name: String, title: String, heading: String? = nil, kind: ProcedureKind = .runbook,
    frontMatter: FrontMatter = FrontMatter(), sections: [ProcedureSection] = [],
    steps: [ProcedureStep] = [],
    problems: [ProcedureProblem] = [], source: String = ""
  ) {
    self.name = name
    self.title = title
    self.heading = heading
    self.kind = kind
    self.frontMatter = frontMatter
    self.sections = sections
    self.steps = steps
    self.problems = problems
    self.source = source
  }
}
