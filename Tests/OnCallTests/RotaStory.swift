import EventLog
import Testing

@testable import OnCall

/// A rota's record made the way the product makes one: commands decide, the fold applies, notices follow.
struct RotaStory {
  var configured: Rota
  var now: Instant
  private(set) var record = RecordedRota()
  private(set) var events: [Event] = []

  init(_ configured: Rota, at now: Instant) {
    self.configured = configured
    self.now = now
  }

  @discardableResult
  mutating func perform(
    _ command: any RotaCommand, by person: String = "lea", isVerified: Bool = true, mayEdit: Bool = true
  ) throws -> [Event] {
    let facts = RotaFacts(
      now: now, actor: Actor(person: person, via: "test", assurance: .verified), configured: configured,
      isVerified: isVerified, mayEdit: mayEdit)
    return append(try command.drafts(on: record, facts: facts), by: person)
  }

  @discardableResult
  mutating func apply(_ rota: Rota) -> [Event] {
    configured = rota
    let facts = RotaFacts(
      now: now, actor: Actor(person: "sitrep", via: "serve", assurance: .machine), configured: rota, isVerified: false,
      mayEdit: false)
    return append(ApplyRota().draftsWithNotices(on: record, facts: facts), by: "sitrep")
  }

  private mutating func append(_ drafts: [Draft], by person: String) -> [Event] {
    var written: [Event] = []
    for draft in drafts {
      let event = Event(
        id: EventID(node: "a", sequence: Int64(events.count + 1)),
        stamp: Stamp(milliseconds: now.milliseconds, counter: Int64(events.count), node: "a"), stream: draft.stream,
        kind: draft.kind, actor: Actor(person: person, via: "test", assurance: .verified),
        happenedAt: draft.happenedAt, recordedAt: now, payload: draft.payload)
      events.append(event)
      written.append(event)
      RotaFold.apply(event, to: &record)
    }
    return written
  }

  var schedule: Schedule { record.schedule(configured: configured, at: now) }

  func primary(at text: String) throws -> String? { schedule.assignment(of: .primary, at: try instant(text)).person }
}
