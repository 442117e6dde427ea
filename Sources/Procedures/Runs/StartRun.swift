package import EventLog

/// Begins to follow a procedure, on a fresh stream.
package struct StartRun: Deciding {
  package typealias Fold = RunFold

  package var procedure: Procedure
  package var incident: StreamID?
  package var drill: Bool
  /// The attachment that holds the text ("sha256:…"); nil where it is too long to be kept.
  package var attachment: String?

  package init(_ procedure: Procedure, incident: StreamID? = nil, drill: Bool = false, attachment: String? = nil) {
    self.procedure = procedure
    self.incident = incident
    self.drill = drill
    self.attachment = attachment
  }

  package func decide(on run: Run, facts: Facts) throws(RunRefusal) -> [Draft] {
    if run.isStarted { throw .alreadyStarted(procedure: run.procedure) }
    if procedure.steps.isEmpty { throw .hasNoSteps(procedure: procedure.name) }
    let isDrill = drill || facts.drill || procedure.kind == .drill
    var drafts = [
      Draft(
        RunStarted(procedure, incident: incident), stream: run.stream, incident: incident,
        happenedAt: facts.now, evidence: attachment.map { [$0] } ?? [], drill: isDrill)
    ]
    if let target = procedure.frontMatter.target {
      let promise = DeadlineSet(
        Run.deadlineKind, dueAt: facts.now + target,
        rule: "\(procedure.name): done within \(target.words)")
      drafts.append(
        Draft(
          promise, stream: run.stream, incident: incident, happenedAt: facts.now, drill: isDrill))
    }
    return drafts
  }
}
