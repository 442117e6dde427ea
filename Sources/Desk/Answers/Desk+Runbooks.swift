package import Commands
import EventLog
import Incidents
import Ledger
import Procedures

extension Desk {
  /// Every run that is under way, the newest first, also those whose runbook is no longer at hand.
  /// - Throws: trouble with the store.
  package func openRuns() throws(Trouble) -> [RunRow] {
    do {
      return try ledger.read { reading in
        try reading.list(
          ListQuery("run", filters: [.isNull("finished_at")], order: [.descending("started_at")], limit: 500)
        ).map { try runRow($0, reading) }
      }
    } catch {
      throw Trouble(any: error)
    }
  }

  func runbooks(_ reading: Reading) throws -> [RunbookRow] {
    try configuration.procedures.procedures.map { try runbookRow($0, incident: nil, reading) }
  }

  func runbookRow(_ procedure: Procedure, incident: StreamID?, _ reading: Reading) throws -> RunbookRow {
    let open = try openRuns(of: procedure.name, reading)
    return RunbookRow(
      name: procedure.name, title: procedure.title, service: procedure.frontMatter.service,
      target: procedure.frontMatter.target, steps: procedure.steps.count, rules: procedure.frontMatter.rules,
      run: incident == nil ? open.first : open.first { $0.incident == incident })
  }

  /// The procedures that answer an incident, the best first: by its rule family, its alerts and their links.
  func procedures(for incident: Incident, alerts: [AlertRow]) throws -> [Procedure] {
    var found: [Procedure] = []
    let names = alerts.map { ($0.name, $0.runbookURL) } + [(incident.ruleFamily ?? "", nil)]
    for (name, url) in names {
      let matches = configuration.procedures.match(
        alertname: name.isEmpty ? nil : name, runbookURL: url, service: incident.service)
      for procedure in matches where !found.contains(where: { $0.name == procedure.name }) { found.append(procedure) }
    }
    let own = incident.service.flatMap { configuration.services[$0]?.runbooks } ?? []
    for name in own {
      if let procedure = configuration.procedures.named(name), !found.contains(where: { $0.name == procedure.name }) {
        found.append(procedure)
      }
    }
    return found
  }

  func runs(of incident: StreamID, _ reading: Reading) throws -> [RunRow] {
    try reading.list(
      ListQuery(
        "run", filters: [.equals("incident", .text(incident.name))], order: [.ascending("started_at")], limit: 100)
    ).map { try runRow($0, reading) }
  }

  private func openRuns(of procedure: String, _ reading: Reading) throws -> [RunRow] {
    try reading.list(
      ListQuery(
        "run", filters: [.isNull("finished_at"), .equals("procedure", .text(procedure))],
        order: [.descending("started_at")], limit: 50)
    ).map { try runRow($0, reading) }
  }

  func runRow(_ row: ListRow, _ reading: Reading) throws -> RunRow {
    let incident = row["incident"].text.map(StreamID.init(name:))
    let name = row["procedure"].text ?? ""
    let label = try incident.flatMap { id in
      try reading.state(IncidentFold.self, id).map { try self.label(of: id, number: Int64($0.number), reading) }
    }
    return RunRow(
      id: row.stream, procedure: name, title: row["title"].text ?? name, incident: incident,
      incidentLabel: label, startedAt: row["started_at"].instant ?? Instant(milliseconds: 0),
      finishedAt: row["finished_at"].instant, done: Int(row["done"].integer ?? 0),
      skipped: Int(row["skipped"].integer ?? 0), total: Int(row["total"].integer ?? 0),
      current: row["current_step"].integer.map(Int.init),
      target: configuration.procedures.named(name)?.frontMatter.target,
      people: try reading.state(RunFold.self, row.stream)?.people ?? [])
  }

  /// A runbook with its steps; in a run, the text that the run follows and not what the file says today.
  func runbook(named name: String?, run id: StreamID?, _ reading: Reading) throws -> RunbookPage {
    let run = try id.flatMap { try reading.state(RunFold.self, $0) }
    if let id, run == nil { throw Trouble.noRun(id) }
    let wanted = name ?? run?.procedure ?? ""
    let (followed, text) =
      try run.map { try self.followed(by: $0, reading) } ?? (configuration.procedures.named(wanted), .same)
    guard let procedure = followed else { throw Trouble.noRunbook(wanted) }
    let values = try variables(of: run?.incident, run: run, reading)
    let filled = procedure.filled(with: values)
    let options = procedure.options
    let notTaken = run?.notTaken ?? []
    var row = try runbookRow(procedure, incident: run?.incident, reading)
    if let id, let listed = try reading.list(ListQuery("run", filters: [.stream(id)], limit: 1)).first {
      row.run = try runRow(listed, reading)
    }
    let tier = try run?.incident.flatMap { try reading.state(IncidentFold.self, $0) }?.tier
    return RunbookPage(
      row: row, source: procedure.source,
      steps: filled.steps.map { step in
        StepRow(
          step, run?.step(step.number), isNotTaken: notTaken.contains(step.number),
          option: options.first { $0.steps.contains(step.number) }?.name,
          gaps: run == nil ? [] : filled.gaps(in: step, values: values),
          lead: procedure.lead(of: step, values: values))
      },
      options: options.map {
        OptionRow(number: $0.number, name: $0.name, title: $0.title, steps: $0.steps, isTaken: run?.option == $0.number)
      },
      phases: procedure.phases.map { .init(title: $0.title, start: $0.start, end: $0.end) },
      objective: tier.flatMap { configuration.clocks.tiers[$0]?.rto } ?? procedure.frontMatter.rto, text: text,
      problems: procedure.problems.map(\.message))
  }
}

extension StepRow {
  init(_ step: ProcedureStep, _ run: RunStep?, isNotTaken: Bool, option: String?, gaps: [StepGap], lead: String) {
    let state: State =
      switch run?.state {
      case .done: .done
      case .skipped: .skipped
      default: isNotTaken ? .notTaken : .todo
      }
    self.init(
      number: step.number, section: step.section, title: step.title, text: step.text,
      commands: step.commands.map {
        CommandText(language: $0.language, text: $0.text, isDestructive: $0.risk == .destructive)
      },
      checks: step.checks.map { "\($0.kind.rawValue): \($0.query)" + ($0.expect.map { ", expect \($0)" } ?? "") },
      state: state, person: run?.person, at: run?.at,
      notes: (run?.reason.map { ["skipped: \($0)"] } ?? []) + (run?.notes.map { "\($0.person): \($0.text)" } ?? []),
      option: option, gaps: gaps, lead: lead)
  }
}
