package import EventLog

/// Has whoever a promise about a handover names be told that it ran out, each of them once; performed by the watch.
package struct RemindOfHandoffs: RotaCommand {
  /// To whom a letter finds its way.
  package var reachable: Set<String>

  package init(reachable: Set<String>) { self.reachable = reachable }

  package func decide(on rota: RecordedRota, facts: RotaFacts) throws(RotaRefusal) -> [Draft] {
    rota.openHandoffs.flatMap { offer in
      offer.remindersAhead.compactMap { clock in
        guard offer.due(clock) <= facts.now, let person = rota.reminded(by: clock, of: offer) else { return nil }
        var draft = facts.draft(
          HandoffReminded(
            target: offer.id, deadline: clock, person: person, isReached: reachable.contains(person),
            role: offer.role, from: offer.from, to: offer.to))
        draft.occasion = "\(offer.id)|handoff_reminded|\(clock)"
        return draft
      }
    }
  }
}

extension RecordedRota {
  /// Whom a promise about an offer names. Two offers of one handoff share their promises, which end with the first that
  /// is accepted; the offer alone says whether it is.
  package func reminded(by clock: String, of offer: OfferedHandoff) -> String? {
    clock == HandoffClock.acceptance
      ? offer.from : deadlines.first { $0.kind == clock && $0.dueAt == offer.due(clock) }?.target
  }
}

extension OfferedHandoff {
  /// When a promise about it runs out. Whoever hands over ahead of time is answered by the handoff.
  package func due(_ clock: String) -> Instant {
    let first = max(offeredAt, handoffAt) + HandoffClock.patience
    return clock == HandoffClock.nextLevel ? first + HandoffClock.patience : first
  }

  /// The promises of which nobody was told yet, in their order.
  package var remindersAhead: [String] {
    HandoffClock.all.filter { reminded?.contains($0) != true }
  }
}
