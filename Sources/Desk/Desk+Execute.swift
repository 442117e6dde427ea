import Commands
import EventLog
import Incidents
import Ledger
import Procedures

extension Desk {
  /// One command inside the transaction: see, decide, append.
  func execute(_ command: Command, by actor: Actor, in transaction: Transaction) throws -> Outcome {
    switch command {
    case .declare(let declare): try execute(declare, by: actor, in: transaction)
    case .incident(let id, let command, let revision):
      try execute(command, on: id, revision: revision, by: actor, in: transaction)
    case .startRun(let name, let incident): try start(name, incident: incident, by: actor, in: transaction)
    case .run(let run, let action): try execute(action, on: run, by: actor, in: transaction)
    }
  }

  private func execute(_ declare: Declare, by actor: Actor, in transaction: Transaction) throws -> Outcome {
    let stream = StreamID(IncidentFold.streamKind, newKey())
    var facts = try facts(transaction, by: actor)
    facts.suspectedParent = try suspectedParent(of: declare.service, transaction)
    let events = try transaction.append(try declare.drafts(in: stream, facts: facts), actor: actor)
    return Outcome(
      events: events.map(\.id), incident: stream,
      sentence: "#\(facts.nextNumber) declared \(declare.severity.name): \(declare.title)")
  }

  private func execute(
    _ command: any IncidentCommand, on id: StreamID, revision: Int?, by actor: Actor, in transaction: Transaction
  ) throws -> Outcome {
    guard let incident = try transaction.state(IncidentFold.self, id) else {
      throw IncidentRefusal.unknownIncident
    }
    let looksBack = command is Undo || command is Correct || command is ImportChat
    var facts = try facts(transaction, by: actor, incident: id, needsHistory: looksBack || revision != nil)
    for other in command.others(beside: incident) {
      facts.others[other] = try transaction.state(IncidentFold.self, other)
    }
    if let revision, revision != incident.revision {
      throw IncidentRefusal.revisionChanged(
        seen: revision, now: incident.revision, difference: difference(since: revision, now: incident, facts.history))
    }
    let undone = command is Undo ? Undo.candidate(in: facts.history, by: actor.person, now: facts.now) : nil
    let drafts = try (undone.map { Undo(of: $0) } ?? command).drafts(on: incident, facts: facts)
    let events = try transaction.append(drafts, actor: actor)
    var words = events.first.flatMap { IncidentFold.text(of: $0) } ?? (events.isEmpty ? "nothing to do" : "corrected")
    if let undone { words = "taken back: " + (IncidentFold.text(of: undone) ?? undone.kind) }
    if let caution = (command as? AddHypothesis)?.caution(on: incident) { words += ". Careful: \(caution)" }
    if let chat = command as? ImportChat {
      let known = chat.lines.count - events.count
      words =
        "\(events.count) line\(events.count == 1 ? "" : "s") of chat taken over"
        + (known > 0 ? ", \(known) known already" : "")
    }
    return Outcome(
      events: events.map(\.id), incident: id,
      sentence: "#\(try label(of: id, number: Int64(incident.number), transaction)) \(words)")
  }

  /// What changed since a person looked, in the words of the timeline.
  private func difference(since revision: Int, now incident: Incident, _ history: [Event]) -> String {
    let said = history.suffix(max(1, incident.revision - revision) + 4).compactMap { event -> String? in
      guard event.kind != TimelineNoted.kind, let text = IncidentFold.text(of: event) else { return nil }
      return "\(event.actor.person): \(text)"
    }
    return said.suffix(max(1, incident.revision - revision)).joined(separator: "; ")
  }

  private func start(
    _ name: String, incident: StreamID?, by actor: Actor, in transaction: Transaction
  ) throws -> Outcome {
    guard let procedure = configuration.procedures.named(name) else { throw Trouble.noRunbook(name) }
    let reading = transaction
    if let incident {
      guard try reading.state(IncidentFold.self, incident) != nil else { throw IncidentRefusal.unknownIncident }
      if let open = try runs(of: incident, reading).first(where: { $0.procedure == name && $0.finishedAt == nil }) {
        return Outcome(
          events: [], incident: incident, run: open.id, sentence: "\(name) goes on at step \(open.current ?? 1)")
      }
    }
    let stream = StreamID(RunFold.streamKind, newKey())
    let facts = Facts(now: transaction.now, actor: actor, drill: configuration.isDrill, newKey: newKey)
    let start = StartRun(procedure.filled(with: try variables(of: incident, reading)), incident: incident)
    let events = try transaction.append(try start.decide(on: Run(stream: stream), facts: facts), actor: actor)
    return Outcome(events: events.map(\.id), incident: incident, run: stream, sentence: "\(name) started")
  }

  private func execute(
    _ action: RunAction, on stream: StreamID, by actor: Actor, in transaction: Transaction
  ) throws -> Outcome {
    guard let run = try transaction.state(RunFold.self, stream) else { throw Trouble.noRun(stream) }
    let facts = Facts(now: transaction.now, actor: actor, drill: configuration.isDrill, newKey: newKey)
    let drafts =
      switch action {
      case .finish(let step, let note): try FinishStep(number: step, note: note).decide(on: run, facts: facts)
      case .skip(let step, let reason): try SkipStep(number: step, reason: reason).decide(on: run, facts: facts)
      case .note(let step, let text): try NoteStep(number: step, text: text).decide(on: run, facts: facts)
      case .reopen(let step): try ReopenStep(number: step).decide(on: run, facts: facts)
      case .complete: try EndRun(.completed, reason: nil).decide(on: run, facts: facts)
      case .abandon(let reason): try EndRun(.abandoned, reason: reason).decide(on: run, facts: facts)
      }
    let events = try transaction.append(drafts, actor: actor)
    let words = events.first.flatMap { RunFold.text(of: $0) } ?? "nothing to do"
    return Outcome(events: events.map(\.id), incident: run.incident, run: stream, sentence: words)
  }
}

extension Trouble {
  static func noRunbook(_ name: String) -> Trouble {
    Trouble(.noSuchFile, "There is no runbook \(name). `sitrep runbook list` shows those at hand.")
  }

  static func noRun(_ run: StreamID) -> Trouble {
    Trouble(.noSuchIncident, "There is no run \(run.key). `sitrep runbook status` shows those under way.")
  }
}
