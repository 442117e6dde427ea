package import Commands
package import Comms
package import EventLog
package import Incidents
import Ledger
import OnCall
import Review

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
      clocks: UpdateClock.allCases.compactMap { clock in
        let deadline = incident.deadlines.open(clock.kind)
        let last = clock.last(incident)
        return deadline == nil && last == nil
          ? nil : CommsRow.Clock(clock: clock, deadline: deadline, lastAt: last)
      },
      listeners: listeners.map { audience in
        CommsRow.Listener(
          audience: audience, channels: policy.channels[audience] ?? [], told: incident.lastTold(audience))
      },
      drafting: try claims(on: incident.id, reading))
  }

  /// A draft as the incident stands. The audience then counts as being written to, until the message is recorded.
  /// - Throws: nothing goes to that audience; no such incident; trouble with the store.
  package func openDraft(
    _ request: DraftRequest, on id: StreamID, by actor: Actor
  ) throws(Trouble) -> OpenedDraft {
    do {
      let opened: OpenedDraft = try ledger.read { reading in
        let incident = try existing(id, reading)
        let material = DraftMaterial(
          incident: incident, label: try label(of: id, number: Int64(incident.number), reading),
          sent: SentText.all(in: try reading.events(stream: id)), now: clock(), clocks: configuration.clocks,
          given: request.given, sentence: request.sentence, title: request.title, nextUpdateAt: request.nextUpdateAt)
        let draft = try MessageDraft.make(
          material, for: request.audience, moment: request.moment, template: request.template)
        return OpenedDraft(
          draft: draft,
          findings: findings(
            in: draft.text, title: draft.title, for: request.audience, moment: draft.moment,
            promisesNext: draft.nextUpdateAt != nil, incident),
          others: try claims(on: id, reading).filter {
            $0.audience == request.audience && $0.person != actor.person
          })
      }
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
    message text: String, on id: StreamID, for audience: Audience, moment: MessageMoment? = nil
  ) throws(Trouble) -> [MessageFinding] {
    do {
      return try ledger.read { reading in
        let incident = try existing(id, reading)
        let moment = moment ?? incident.moment(for: audience)
        let clock: UpdateClock = audience.isOutside ? .everyone : .team
        return findings(
          in: text, title: nil, for: audience, moment: moment,
          promisesNext: configuration.clocks.cadence(of: clock, incident.severity) != nil, incident)
      }
    } catch {
      throw Trouble(any: error)
    }
  }

  private func existing(_ id: StreamID, _ reading: Reading) throws -> Incident {
    guard let incident = try reading.state(IncidentFold.self, id), incident.exists else {
      throw IncidentRefusal.unknownIncident
    }
    return incident
  }

  private func findings(
    in text: String, title: String?, for audience: Audience, moment: MessageMoment, promisesNext: Bool,
    _ incident: Incident
  ) -> [MessageFinding] {
    let check = CommsCheck(
      audience: audience, isCauseKnown: incident.hypotheses.contains { $0.state == .confirmed }, moment: moment,
      promisesNext: promisesNext, internalNames: configuration.comms.internalNames,
      customerNames: configuration.comms.customerNames)
    // A title that a template puts into the text stands there already.
    let whole = title.map { text.contains($0) ? text : text + "\n" + $0 } ?? text
    return check.findings(in: whole, blame: blame(in: whole, for: audience, incident))
  }

  /// What the rules of the post-mortem say of people in a message. Those inside may be named to each other.
  private func blame(in text: String, for audience: Audience, _ incident: Incident) -> [MessageFinding] {
    var rules: Set<CheckRule> = [
      .humanError, .omission, .character, .attribution, .whoAndWhy, .mistake, .counterfactual,
    ]
    if audience.isOutside { rules.insert(.name) }
    let people = configuration.rota.people.flatMap { [$0.name] + $0.logins } + incident.roles.map(\.person)
    return PostMortemCheck(names: people).report(on: text).findings
      .filter { rules.contains($0.rule) && $0.level > .information }
      .map {
        MessageFinding(
          .blame, line: $0.line, column: $0.column, words: $0.words, why: $0.why, suggestion: $0.suggestion)
      }
  }
}
