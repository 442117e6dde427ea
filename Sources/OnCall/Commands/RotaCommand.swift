package import EventLog

/// Something that can be asked of the rota. A new one is a struct with this one function.
package protocol RotaCommand: Sendable {
  /// What happens.
  /// - Throws: the refusal in words. An empty answer is not an error: there was nothing to do.
  func decide(on rota: RecordedRota, facts: RotaFacts) throws(RotaRefusal) -> [Draft]
}

extension RotaCommand {
  /// What happens, with the rotations in force where they were not recorded yet, and a notice to everybody else whose
  /// shifts move by it.
  package func drafts(on rota: RecordedRota, facts: RotaFacts) throws(RotaRefusal) -> [Draft] {
    let decided = try decide(on: rota, facts: facts)
    guard !decided.isEmpty else { return [] }
    let before = rota.schedule(configured: facts.configured, at: facts.now)
    let drafts = ApplyRota().drafts(on: rota, facts: facts) + decided
    let after = rota.applying(drafts, facts: facts).schedule(configured: facts.configured, at: facts.now)
    return drafts + ShiftMoves.notices(from: before, to: after, facts: facts)
  }
}

/// What a decision about the rota may know beside its record.
package struct RotaFacts: Sendable {
  package var now: Instant
  package var actor: Actor
  package var isDrill: Bool
  /// The rota as the files have it.
  package var configured: Rota
  /// The operating system vouches for who acts.
  package var isVerified: Bool
  /// May change what concerns others.
  package var mayEdit: Bool

  package init(
    now: Instant, actor: Actor, isDrill: Bool = false, configured: Rota, isVerified: Bool, mayEdit: Bool
  ) {
    self.now = now
    self.actor = actor
    self.isDrill = isDrill
    self.configured = configured
    self.isVerified = isVerified
    self.mayEdit = mayEdit
  }

  func draft(_ body: some EventPayload) -> Draft {
    Draft(body, stream: RecordedRota.stream, happenedAt: now, drill: isDrill)
  }

  /// Who a name means: somebody of the team, or the one who acts.
  func known(_ name: String) throws(RotaRefusal) -> String {
    let plain = name.filter { !$0.isWhitespace }
    guard !plain.isEmpty else { throw .nameMissing }
    let names = Set(configured.people.map(\.name) + configured.rotations.flatMap(\.members))
    guard names.isEmpty || names.contains(plain) || plain == actor.person else {
      let fitting = names.filter { $0.hasPrefix(plain) }.sorted()
      if fitting.count == 1 { return fitting[0] }
      throw .unknownPerson(plain, known: names.sorted())
    }
    return plain
  }

  /// The period, cut to what lies ahead: nobody changes who was on call.
  func ahead(_ from: Instant, _ until: Instant) throws(RotaRefusal) -> ShiftSwap.Period {
    guard from < until else { throw .endsBeforeItBegins }
    guard until > now else { throw .isPast(until) }
    guard until - from <= .days(366) else { throw .tooLong }
    return ShiftSwap.Period(from: max(from, now), until: until)
  }

  func requireEdit(_ what: String) throws(RotaRefusal) { if !mayEdit { throw .needsRight(what) } }

  /// What concerns somebody's own shifts alone they may do themselves, if it is certain that it is they.
  func requireOwn(_ person: String, _ what: String) throws(RotaRefusal) {
    guard !mayEdit else { return }
    guard actor.person == person else { throw .needsRight(what) }
    guard isVerified else { throw .unverified(what) }
  }
}

extension RecordedRota {
  /// The record that drafts will lead to.
  func applying(_ drafts: [Draft], facts: RotaFacts) -> RecordedRota {
    var rota = self
    for (place, draft) in drafts.enumerated() where draft.stream == RecordedRota.stream {
      let event = Event(
        id: EventID(node: "draft", sequence: Int64(place + 1)),
        stamp: Stamp(milliseconds: facts.now.milliseconds, counter: Int64(place), node: "draft"), stream: draft.stream,
        kind: draft.kind, version: draft.version, actor: facts.actor, happenedAt: draft.happenedAt,
        recordedAt: facts.now, drill: draft.drill, payload: draft.payload)
      RotaFold.apply(event, to: &rota)
    }
    return rota
  }
}
