import Commands
import EventLog
import Incidents
import Ledger
import Procedures

extension Desk {
  /// One command inside the transaction: see, decide, append.
  func execute(_ command: Command, by actor: Actor, in transaction: Transaction) throws -> Outcome {
    try transaction.sealPastDays()
    return try carryOut(command, by: actor, in: transaction)
  }

  private func carryOut(_ command: Command, by actor: Actor, in transaction: Transaction) throws -> Outcome {
    switch command {
    case .declare(let declare): try execute(declare, by: actor, in: transaction)
    case .importIncident(let past, let document): try execute(past, document, by: actor, in: transaction)
    case .incident(let id, let command, let revision):
      try execute(command, on: id, revision: revision, by: actor, in: transaction)
    case .startRun(let name, let incident): try start(name, incident: incident, by: actor, in: transaction)
    case .run(let run, let action): try execute(action, on: run, by: actor, in: transaction)
    case .review(let incident, let change): try execute(change, of: incident, by: actor, in: transaction)
    case .rota(let command): try execute(command, by: actor, in: transaction)
    case .addSilence(let add): try execute(add, by: actor, in: transaction)
    case .endSilence(let silence, let end): try execute(end, on: silence, by: actor, in: transaction)
    }
  }

  private func execute(_ declare: Declare, by actor: Actor, in transaction: Transaction) throws -> Outcome {
    let stream = StreamID(IncidentFold.streamKind, newKey())
    var facts = try facts(transaction, by: actor)
    facts.suspectedParent = try suspectedParent(of: declare.service, transaction)
    let events = try transaction.append(try declare.drafts(in: stream, facts: facts), actor: actor)
    try mirror(events, in: transaction)
    return Outcome(
      events: events.map(\.id), incident: stream,
      sentence: "#\(facts.nextNumber) declared \(declare.severity.name): \(declare.title)")
  }

  /// A document that is here already adds nothing: whoever imports a folder twice has it once.
  private func execute(
    _ past: ImportIncident, _ document: [UInt8], by actor: Actor, in transaction: Transaction
  ) throws -> Outcome {
    let known = try transaction.list(
      ListQuery(
        "incident", filters: [.equals("admission_key", .text(ImportIncident.key(past.digest)))], limit: 1)
    ).first
    if let known {
      let label = try label(of: known.stream, number: known["number"].integer ?? 0, transaction)
      return Outcome(events: [], incident: known.stream, sentence: "\(past.source) is here already, as #\(label)")
    }
    let stream = StreamID(IncidentFold.streamKind, newKey())
    let facts = try facts(transaction, by: actor)
    // The refusal first: what is refused leaves no attachment behind.
    _ = try past.drafts(in: stream, facts: facts)
    let kept =
      document.count <= Self.greatestDocument ? try transaction.attach(document, mediaType: "text/markdown") : nil
    let events = try transaction.append(try past.drafts(in: stream, facts: facts, document: kept), actor: actor)
    return Outcome(
      events: events.map(\.id), incident: stream,
      sentence: "#\(facts.nextNumber) taken over from \(past.source): \(past.title)")
  }

  /// What the log keeps of one attachment.
  private static let greatestDocument = 256 * 1_024

  private func execute(
    _ command: any IncidentCommand, on id: StreamID, revision: Int?, by actor: Actor, in transaction: Transaction
  ) throws -> Outcome {
    guard let incident = try transaction.state(IncidentFold.self, id) else {
      throw IncidentRefusal.unknownIncident
    }
    let command = try prepared(command, on: id, by: actor, transaction)
    if let close = command as? Close, close.waiver != nil, !configuration.hasRight(actor, "waivers") {
      throw Trouble(
        .notAllowed,
        "Waiving a post-mortem needs the right 'waivers' and a login of one's own: see roles in oncall.yaml.")
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
    let unreached = try post(events, on: incident, by: actor, in: transaction)
    try mirror(events, in: transaction)
    if let message = command as? SendMessage {
      try post(message.letters, of: events, in: transaction)
      try endDraft(on: id, for: message.audience, by: actor, transaction)
    }
    if let end = events.first(where: { [IncidentClosed.kind, IncidentCancelled.kind].contains($0.kind) }) {
      try transaction.seal(.close, cause: end.id)
    }
    var words = events.first.flatMap { IncidentFold.text(of: $0) } ?? (events.isEmpty ? "nothing to do" : "corrected")
    // Of a message its head says which one it was.
    if command is SendMessage, let end = words.firstIndex(of: "\n") { words = String(words[..<end]) }
    if let undone { words = "taken back: " + Undo.words(for: undone, in: facts.history).text }
    if let caution = (command as? AddHypothesis)?.caution(on: incident) { words += ". Careful: \(caution)" }
    if let chat = command as? ImportChat {
      let known = chat.lines.count - events.count
      words =
        "\(events.count) line\(events.count == 1 ? "" : "s") of chat taken over"
        + (known > 0 ? ", \(known) known already" : "")
    }
    if let page = command as? PagePeople { words += try standing(of: page, unreached, transaction) }
    return Outcome(
      events: events.map(\.id), incident: id,
      sentence: "#\(try label(of: id, number: Int64(incident.number), transaction)) \(words)")
  }

  /// What whoever had people paged must not believe, and the numbers to dial.
  private func standing(of page: PagePeople, _ unreached: [String], _ transaction: Transaction) throws -> String {
    var words = unreached.isEmpty ? "" : ". NOT PAGED: nothing reaches \(unreached.joined(separator: ", "))"
    let isWatched = try transaction.lease(Lease.watch)?.isHeld(at: transaction.now) ?? false
    if configuration.postPage == nil {
      words += ". NOT PAGED: nothing leaves this store"
    } else if !isWatched, unreached.count < page.people.count {
      words += ". It waits: nothing watches, start `sitrep serve`"
    }
    let numbers = page.people.map(contact).compactMap { contact in
      contact.phone.map { (page.people.count > 1 ? "\(contact.name) " : "") + $0 }
    }
    return words + (numbers.isEmpty ? "" : "; to dial by hand: \(numbers.joined(separator: ", "))")
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
    let start = StartRun(
      procedure.filled(with: try variables(of: incident, reading)), incident: incident,
      attachment: try keep(procedure.source, in: transaction))
    let events = try transaction.append(try start.decide(on: Run(stream: stream), facts: facts), actor: actor)
    return Outcome(events: events.map(\.id), incident: incident, run: stream, sentence: "\(name) started")
  }

  /// The text that a run follows is kept whole; one beyond what the store takes is known by its digest alone.
  private func keep(_ text: String, in transaction: Transaction) throws -> String? {
    guard text.utf8.count <= RunStarted.greatestTextLength else { return nil }
    return try transaction.attach(Array(text.utf8), mediaType: "text/markdown")
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
      case .take(let option): try TakeOption(number: option).decide(on: run, facts: facts)
      case .give(let name, let value):
        try GiveValue(name: try known(name, in: run, transaction), value: value).decide(on: run, facts: facts)
      case .complete: try EndRun(.completed, reason: nil).decide(on: run, facts: facts)
      case .abandon(let reason): try EndRun(.abandoned, reason: reason).decide(on: run, facts: facts)
      }
    let events = try transaction.append(drafts, actor: actor)
    let texts = events.compactMap { RunFold.text(of: $0) }
    let words = texts.isEmpty ? standing(action, in: run) : texts.joined(separator: "; ")
    return Outcome(events: events.map(\.id), incident: run.incident, run: stream, sentence: words)
  }

  /// A name that the run's text asks for.
  private func known(_ name: String, in run: Run, _ reading: Reading) throws -> String {
    guard let procedure = try followed(by: run, reading).procedure else { return name }
    let names = procedure.placeholders
    guard !names.contains(name) else { return name }
    let list = names.isEmpty ? "It asks for none." : "It asks for \(names.joined(separator: ", "))."
    throw Trouble(.badInput, "\(run.procedure) has no {{\(name)}}. \(list)")
  }

  /// What is said where nothing was written, because it stands already: the second of two people is told whose it is.
  private func standing(_ action: RunAction, in run: Run) -> String {
    switch action {
    case .finish(let number, _), .skip(let number, _):
      guard let step = run.step(number), step.state != .todo else { break }
      let verb = step.state == .done ? "done" : "skipped"
      let when = step.at.map { " at \(CivilTime($0).timeWords)Z" } ?? ""
      let who = step.person.map { " by \($0)" } ?? ""
      return "\(run.procedure) \(number)/\(run.steps.count) was \(verb)\(who)\(when) already; that stands"
    case .take(let number):
      if let option = run.options.first(where: { $0.number == number }), run.option == number {
        return "\(run.procedure): option \(option.name) is taken already"
      }
    case .give(let name, _): return "\(run.procedure): \(name) stands as it was"
    case .note, .reopen, .complete, .abandon: break
    }
    return "nothing to do"
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
