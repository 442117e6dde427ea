package import Commands
package import EventLog
import Incidents
import Ledger
import Procedures

extension Desk {
  /// The text that a run follows, and how it stands to the file of today.
  func followed(by run: Run, _ reading: Reading) throws -> (procedure: Procedure?, text: RunbookPage.Text) {
    let today = configuration.procedures.named(run.procedure)
    if let today, Chain.digest(of: today.source.utf8) == run.textHash { return (today, .same) }
    let kept =
      try run.text
      ?? run.attachment.flatMap { try reading.attachment($0) }.map { String(decoding: $0.bytes, as: UTF8.self) }
    guard let kept else { return (today, .notKept) }
    return (Procedure.parse(kept, name: run.procedure), today == nil ? .gone : .changed)
  }

  /// What `{{name}}` in a runbook stands for: what people said in the run, then the incident's own facts, then the
  /// labels of its alerts.
  func variables(of incident: StreamID?, run: Run? = nil, _ reading: Reading) throws -> [String: String] {
    var values = run?.values ?? [:]
    if let run { values["run"] = String(run.stream.key) }
    guard let incident, let state = try reading.state(IncidentFold.self, incident) else { return values }
    for (name, value) in try facts(of: state, reading) where values[name] == nil { values[name] = value }
    for row in try alerts(of: incident, reading).prefix(20) {
      guard let alert = try reading.state(AlertFold.self, row.id) else { continue }
      for (name, value) in alert.labels where values[name] == nil { values[name] = value }
    }
    // An exporter's address is "db-1:9187"; what runs there is asked without its port.
    if values["host"] == nil, let instance = values["instance"], let host = instance.split(separator: ":").first {
      values["host"] = String(host)
    }
    return values
  }

  private func facts(of incident: Incident, _ reading: Reading) throws -> [String: String] {
    let label = try label(of: incident.id, number: Int64(incident.number), reading)
    var values = [
      "incident": label, "number": label, "title": incident.title, "severity": incident.severity.name,
      "status": incident.status.rawValue,
    ]
    values["service"] = incident.service
    values["commander"] = incident.commander
    values["impact"] = incident.impact
    values["link"] = incident.bridgeURL
    if let began = incident.times.impactStarted ?? incident.times.detected {
      values["started_at"] = CivilTime(began.at).timeWords
      values["minutes"] = String(max(0, (clock() - began.at).minutes))
    }
    values["next_update_at"] = incident.deadlines.open(Clocks.update).map { CivilTime($0.dueAt).timeWords }
    return values
  }

  /// A runbook at hand with what is known put in: for an incident, and what was said in its run under way.
  /// - Throws: no such runbook or incident; trouble with the store.
  package func values(for procedure: String, incident: StreamID?) throws(Trouble) -> [String: String] {
    do {
      return try ledger.read { reading in
        let row = try incident.flatMap { id in
          try runs(of: id, reading).last { $0.procedure == procedure && $0.finishedAt == nil }
        }
        let run = try row.flatMap { try reading.state(RunFold.self, $0.id) }
        return try variables(of: incident, run: run, reading)
      }
    } catch {
      throw Trouble(any: error)
    }
  }

  /// The run that a person means: by its key, or by the runbook's name where one run of it is under way.
  /// - Throws: none or several are meant; trouble with the store.
  package func run(named name: String) throws(Trouble) -> StreamID {
    let key = name.hasPrefix(RunFold.streamKind + ":") ? String(name.dropFirst(RunFold.streamKind.count + 1)) : name
    let runs = try openRuns().filter { $0.procedure == name }
    if runs.count == 1 { return runs[0].id }
    if runs.count > 1 {
      let list = runs.map { "\($0.id.key) \($0.incidentLabel.map { "for #\($0)" } ?? "for no incident")" }
      throw Trouble(.refused, "Several runs of \(name) are under way; say which: \(list.joined(separator: ", ")).")
    }
    return StreamID(RunFold.streamKind, key)
  }
}
