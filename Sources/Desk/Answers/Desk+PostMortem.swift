package import Commands
package import EventLog
import Incidents
import Ledger
import OnCall
import Procedures
package import Review

extension Desk {
  /// The post-mortem of an incident as the log has it now.
  /// - Parameter names: keeps people's names in the narrative instead of stable role names.
  /// - Throws: no such incident; trouble with the store. What is missing is no error: the draft names it.
  package func postMortem(of id: StreamID, names: Bool = false) throws(Trouble) -> PostMortem {
    do {
      return PostMortem.draft(try ledger.read { try material(of: id, $0) }, names: names)
    } catch {
      throw Trouble(any: error)
    }
  }

  /// The post-mortem for readers outside: pseudonyms for everybody whom the store or the files know.
  /// - Throws: no such incident; trouble with the store.
  package func publicPostMortem(of id: StreamID) throws(Trouble) -> PostMortem {
    do {
      return try ledger.read { reading in
        PostMortem.publicDraft(
          try material(of: id, reading), people: try knownPeople(reading), salt: try salt(reading))
      }
    } catch {
      throw Trouble(any: error)
    }
  }

  /// Those of the rota, as it is and as it was, and whoever ever acted.
  private func knownPeople(_ reading: Reading) throws -> [KnownPerson] {
    var known = configuration.rota.people.map { person in
      KnownPerson(
        name: person.name, fullName: person.fullName,
        others: person.logins + [person.phone, person.email].compactMap { $0 })
    }
    for (person, login) in try reading.people() {
      let place = known.firstIndex { $0.name == person || $0.others.contains(person) }
      if place == nil { known.append(KnownPerson(name: person)) }
      guard let login, !known.contains(where: { $0.name == login || $0.others.contains(login) }) else { continue }
      known[place ?? known.count - 1].others.append(login)
    }
    return known
  }

  /// The hash of the first event: it stays through backups and rebuilds, and nobody outside has it.
  private func salt(_ reading: Reading) throws -> String {
    guard let first = try reading.events(after: 0, limit: 1).first, let hash = try reading.hash(of: first.event.id)
    else {
      return ledger.node
    }
    return Chain.hexadecimal(hash)
  }

  /// Everything the review room needs, as its own values.
  func material(of id: StreamID, _ reading: Reading) throws -> ReviewMaterial {
    guard let incident = try reading.state(IncidentFold.self, id), incident.exists,
      let listed = try reading.list(ListQuery("incident", filters: [.stream(id)], limit: 1)).first
    else { throw IncidentRefusal.unknownIncident }
    let undone = Undo.takenBack(in: try reading.events(stream: id))
    let takenBack = Set(undone.keys).union(undone.values)
    let entries = try ([id] + incident.children.map(\.id)).flatMap { try reading.timeline(incident: $0, limit: .max) }
      .sorted { ($0.happenedAt, $0.stamp) < ($1.happenedAt, $1.stamp) }
      // What people do about the post-mortem is not part of its story.
      .filter { $0.stream.kind != ReviewFold.streamKind && ![AlertJudged.kind, AlertMissed.kind].contains($0.kind) }
      .map { entry in
        ReviewEntry(
          id: entry.id, kind: entry.label, person: entry.actor.person, assurance: entry.actor.assurance,
          happenedAt: entry.happenedAt, precision: entry.precision, recordedAt: entry.recordedAt, text: entry.text,
          isPinned: incident.pinned.contains(entry.id), isHidden: incident.hidden.contains(entry.id),
          isTakenBack: takenBack.contains(entry.id),
          isAlert: entry.stream.kind == AlertFold.streamKind, evidence: entry.evidence)
      }
    return ReviewMaterial(
      incident: incident, label: try row(listed, reading).label, entries: entries,
      runs: try reviewRuns(of: id, reading),
      alerts: try allAlerts(of: incident, reading).map {
        ReviewAlert(id: $0.id, name: $0.name, headline: $0.headline)
      },
      record: try reading.state(ReviewFold.self, ReviewRecord.stream(of: id)), tiers: configuration.clocks.tiers,
      preparedAt: clock(),
      chainHead: try reading.heads().first { $0.id.node == ledger.node }?.description)
  }

  private func reviewRuns(of incident: StreamID, _ reading: Reading) throws -> [ReviewRun] {
    try runs(of: incident, reading).compactMap { row in
      guard let run = try reading.state(RunFold.self, row.id) else { return nil }
      return ReviewRun(
        procedure: run.procedure, title: run.title, done: run.done,
        skipped: run.steps.filter { $0.state == .skipped }.map {
          .init(number: $0.number, title: $0.title, reason: $0.reason ?? "")
        }, total: run.total, startedAt: row.startedAt, finishedAt: run.finishedAt,
        outcome: run.outcome?.rawValue, deadlines: run.deadlines)
    }
  }
}
