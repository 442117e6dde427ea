import Commands
import EventLog
import Procedures

/// `runbook show --json`: what Sitrep reads in a Markdown file.
struct RunbookJSON: Encodable {
  let title: String
  let kind: String
  let front_matter: JSONValue
  let sections: [ProcedureSection]
  let steps: [ProcedureStep]
  let options: [ProcedureOption]

  init(_ procedure: Procedure) {
    title = procedure.title
    kind = procedure.kind.rawValue
    front_matter = Self.fields(procedure.frontMatter)
    sections = procedure.sections
    steps = procedure.steps
    options = procedure.options
  }

  /// Every field, null where the file says nothing.
  private static func fields(_ front: FrontMatter) -> JSONValue {
    func length(_ span: Span?) -> JSONValue { span.map { .integer($0.milliseconds) } ?? .null }
    return .object([
      "kind": .text(front.kind?.rawValue), "title": .text(front.title), "service": .text(front.service),
      "tier": front.tier.map { .integer(Int64($0)) } ?? .null, "severity": .text(front.severity),
      "target_ms": length(front.target), "rto_ms": length(front.rto), "rpo_ms": length(front.rpo),
      "alerts": .array(front.alerts.map(JSONValue.string)),
      "rules": .array(front.rules.map(JSONValue.string)), "reviewers": .array(front.reviewers.map(JSONValue.string)),
      "variables": .object(front.variables.mapValues(JSONValue.string)),
      "asks": .object(front.asks.mapValues(JSONValue.string)),
    ])
  }
}
