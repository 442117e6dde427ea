package import EventLog

/// Somebody began to follow a procedure; the text that was followed is kept with the run.
package struct RunStarted: EventPayload {
  package static let kind = "run.started"
  package static var redactable: Set<String> { ["title", "text", "titles", "optionTitles"] }

  /// The most bytes of a text that are kept with a run; a longer one is known by its digest alone.
  package static let greatestTextLength = 262_144

  package var procedure: String
  package var title: String
  package var procedureKind: ProcedureKind
  /// SHA-256 of the text, in hexadecimal.
  package var textHash: String
  /// The text itself in runs of old; since then it is an attachment, named in the event's evidence.
  package var text: String?
  /// How many steps there are to tick.
  package var steps: Int
  /// The steps' titles in order, so that a run can be read without its text.
  package var titles: [String]
  package var incident: StreamID?
  package var service: String?
  /// What there is to choose from: the names, and the steps of each.
  package var optionNames: [String]?
  package var optionSteps: [[Int]]?
  package var optionTitles: [String]?

  package init(_ procedure: Procedure, incident: StreamID?) {
    self.procedure = procedure.name
    title = procedure.title
    procedureKind = procedure.kind
    textHash = Chain.digest(of: procedure.source.utf8)
    steps = procedure.steps.count
    titles = procedure.steps.map(\.title)
    self.incident = incident
    service = procedure.frontMatter.service
    let options = procedure.options
    guard !options.isEmpty else { return }
    optionNames = options.map(\.name)
    optionSteps = options.map(\.steps)
    optionTitles = options.map(\.title)
  }

  /// What there is to choose from, as far as its three lists agree.
  var options: [ProcedureOption] {
    zip(optionNames ?? [], optionSteps ?? []).enumerated().map { place, option in
      let titles = optionTitles ?? []
      return ProcedureOption(
        number: place + 1, name: option.0, title: place < titles.count ? titles[place] : option.0, steps: option.1,
        line: 1)
    }
  }
}
