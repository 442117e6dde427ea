package import Commands
import EventLog
import Incidents
import Ledger

extension Desk {
  /// Fills the store with a believable past: so many incidents, about so many events in all, the same for the same
  /// seed. The last few are still open. For benchmarks and screenshots.
  ///
  /// - Parameter progress: told how many events there are.
  /// - Throws: a refusal where the store holds incidents already; trouble with the store.
  package func generate(
    incidents: Int, events: Int, seed: UInt64, progress: @escaping (Int) -> Void
  ) throws(Trouble) {
    do {
      guard try ledger.read({ try $0.list(ListQuery("incident", limit: 1)).isEmpty }) else {
        throw Trouble(.refused, "The store holds incidents already: name an empty one with --db FILE.")
      }
      let now = clock()
      let open = min(8, incidents / 2)
      // Opening, ending and the clocks of an incident take about 22 events; the rest are entries.
      let entries = max(0, events / max(1, incidents) - 22)
      let distance = Span(milliseconds: Span.days(1_000).milliseconds / Int64(max(1, incidents)))
      var written = 0
      var number = 0
      while number < incidents {
        let batch = number..<min(incidents, number + 40)
        let clocks = configuration.clocks
        let keys = batch.map { _ in StreamID(IncidentFold.streamKind, newKey()) }
        written += try ledger.writeAndWait { transaction in
          var count = 0
          for (place, index) in batch.enumerated() {
            let isOver = index < incidents - open
            // Nothing may have been recorded after now: an incident lasts four minutes an entry at most, and half an
            // hour or two days beside.
            let length = Span.minutes(Int64(4 * (isOver ? entries : min(entries, 4))))
            let age = Span(milliseconds: distance.milliseconds * Int64(incidents - index))
            var past = PastIncident(
              number: index + 1, stream: keys[place],
              at: now - length - (isOver ? age + .days(2) : .minutes(Int64(8 * (incidents - index) + 14))),
              entries: isOver ? entries : min(entries, 4), isOver: isOver, clocks: clocks,
              seed: seed &+ UInt64(index))
            try past.play()
            for step in past.steps {
              let actor = step.drafts.first?.actor ?? Actor(person: "generator", via: "cli", assurance: .machine)
              count += try transaction.append(step.drafts, actor: actor, recordedAt: step.at).count
            }
          }
          return count
        }
        number = batch.upperBound
        progress(written)
      }
    } catch {
      throw Trouble(any: error)
    }
  }
}
