package import EventLog

/// Somebody began to follow a procedure; the text that was followed is kept with the run.
package struct RunStarted: EventPayload {
  package static let kind = "run.started"
  package static var redactable: Set<String> { ["title", "text", "titles"] }

  /// A longer text is recorded by its hash alone; it lies in the team's git.
  package static let greatestTextLength = 65_536

  package var procedure: String
  package var title: String
  package var procedureKind: ProcedureKind
  /// SHA-256 of the text, in hexadecimal.
  package var textHash: String
  package var text: String?
  /// How many steps there are to tick.
  package var steps: Int
  /// The steps' titles in order, so that a run can be read without its text.
  package var titles: [String]
  package var incident: StreamID?
  package var service: String?

  package init(_ procedure: Procedure, incident: StreamID?) {
    self.procedure = procedure.name
    title = procedure.title
    procedureKind = procedure.kind
    textHash = Chain.digest(of: procedure.source.utf8)
    text = procedure.source.utf8.count <= Self.greatestTextLength ? procedure.source : nil
    steps = procedure.steps.count
    titles = procedure.steps.map(\.title)
    self.incident = incident
    service = procedure.frontMatter.service
  }
}
