package import Commands
package import Comms
package import EventLog
package import Incidents
import Ledger
import OnCall

extension Desk {
  /// How it stands with what people are to be told, of one incident or of all that go on or wait for a last word; what
  /// is due first stands first.
  /// - Throws: no such incident; trouble with the store.
  package func commsDue(of incident: StreamID? = nil) throws(Trouble) -> [CommsRow] {
    do {
      return try ledger.read { reading in
        let incidents: [Incident]
        if let incident {
          incidents = try reading.state(IncidentFold.self, incident).map { [$0] } ?? []
          guard incidents.first?.exists == true else { throw IncidentRefusal.unknownIncident }
        } else {
          incidents = try openIncidents(reading) + waiting(reading)
        }
        return try incidents.map { try commsRow($0, reading) }.sorted {
          ($0.nextDue?.milliseconds ?? .max, $0.label) < ($1.nextDue?.milliseconds ?? .max, $1.label)
        }
      }
    } catch {
      throw Trouble(any: error)
    }
  }

  /// What is resolved and of which people have not had the last word.
  private func waiting(_ reading: Reading) throws -> [Incident] {
    let resolved = try reading.list(
      ListQuery(
        "incident", filters: [.equals("status", .text(Status.resolved.rawValue))],
        order: [.descending("resolved_at")], limit: 100, columns: []))
    return try resolved.compactMap { try reading.state(IncidentFold.self, $0.stream) }.filter { incident in
      UpdateClock.allCases.contains { incident.deadlines.open($0.kind) != nil }
    }
  }

  private func commsRow(_ incident: Incident, _ reading: Reading) throws -> CommsRow {
    let policy = configuration.comms
    let concerned = (policy.audiences[incident.severity] ?? []).filter { !incident.isDrill || !$0.isOutside }
    let told = incident.told.map(\.audience)
    let listeners = Audience.allCases.filter { concerned.contains($0) || told.contains($0) }
    let declared = incident.times.declared?.at
    let detected = incident.times.detected?.at
    return CommsRow(
      id: incident.id, label: try label(of: incident.id, number: Int64(incident.number), reading),
      title: incident.title, severityLabel: incident.severityLabel, state: incident.updateState,
      isDrill: incident.isDrill, isLong: incident.isLong, commander: incident.commander, declaredAt: declared,
      detectedEarlierAt: detected.flatMap { seen in
        declared.flatMap { $0 - seen > .minutes(5) ? seen : nil }
      },
      clocks: updateClocks(incident),
      listeners: listeners.map { audience in
        CommsRow.Listener(
          audience: audience, channels: policy.channels[audience] ?? [], told: incident.lastTold(audience),
          sending: incident.lastSending(to: audience))
      },
      drafting: try claims(on: incident.id, reading))
  }

  private func updateClocks(_ incident: Incident) -> [CommsRow.Clock] {
    UpdateClock.allCases.compactMap { clock in
      let deadline = incident.deadlines.open(clock.kind)
      let last = clock.last(incident)
      return deadline == nil && last == nil ? nil : CommsRow.Clock(clock: clock, deadline: deadline, lastAt: last)
    }
  }

  /// What messages about an incident are written from, and who else writes.
  /// - Throws: no such incident; trouble with the store.
  package func draftPage(of id: StreamID, for actor: Actor) throws(Trouble) -> DraftPage {
    do {
      return try ledger.read { try draftPage(of: id, $0, for: actor) }
    } catch {
      throw Trouble(any: error)
    }
  }

  func draftPage(of id: StreamID, _ reading: Reading, for actor: Actor) throws -> DraftPage {
    let incident = try existing(id, reading)
    return DraftPage(
      id: id,
      material: DraftMaterial(
        incident: incident, label: try label(of: id, number: Int64(incident.number), reading),
        sent: SentText.all(in: try reading.events(stream: id)), now: clock(), clocks: configuration.clocks),
      policy: configuration.comms, ways: configuration.messageWays,
      people: configuration.rota.people.flatMap { [$0.name] + $0.logins } + incident.roles.map(\.person),
      clocks: updateClocks(incident), claims: try claims(on: id, reading),
      mayApprove: configuration.hasRight(actor, "approvals"))
  }

  /// A draft as the incident stands. The audience then counts as being written to, until the message is recorded.
  /// - Throws: nothing goes to that audience; no such incident; trouble with the store.
  package func openDraft(
    _ request: DraftRequest, on id: StreamID, by actor: Actor
  ) throws(Trouble) -> OpenedDraft {
    do {
      var page = try ledger.read { try draftPage(of: id, $0, for: actor) }
      page.material.given = request.given
      page.material.title = request.title
      page.material.nextUpdateAt = request.nextUpdateAt
      var draft = try page.draft(
        for: request.audience, sentence: request.sentence, moment: request.moment, template: request.template,
        at: page.material.now)
      if let text = request.text { draft.say(text) }
      let opened = OpenedDraft(
        draft: draft, findings: page.findings(in: draft),
        others: page.claims.filter { $0.audience == request.audience && $0.person != actor.person }, page: page)
      if !ledger.isReadOnly {
        let audience = request.audience
        try ledger.writeAndWait { [self] transaction in try claim(on: id, for: audience, by: actor, transaction) }
      }
      return opened
    } catch {
      throw Trouble(any: error)
    }
  }

  /// What speaks against a text.
  /// - Throws: no such incident; trouble with the store.
  package func check(
    message text: String, on id: StreamID, for audience: Audience, by actor: Actor, moment: MessageMoment? = nil
  ) throws(Trouble) -> [MessageFinding] {
    let page = try draftPage(of: id, for: actor)
    let clock: UpdateClock = audience.isOutside ? .everyone : .team
    return page.findings(
      in: text, for: audience, moment: moment ?? page.incident.moment(for: audience),
      promisesNext: configuration.clocks.cadence(of: clock, page.incident.severity) != nil)
  }

  private func existing(_ id: StreamID, _ reading: Reading) throws -> Incident {
    guard let incident = try reading.state(IncidentFold.self, id), incident.exists else {
      throw IncidentRefusal.unknownIncident
    }
    return incident
  }
}
