import EventLog
import OnCall
import Testing

@testable import Incidents

/// A page as it leaves.
@Suite struct PageLetterTests {
  private func letter(notice: Bool = false, drill: Bool = false) -> Letter {
    var incident = Incident(id: StreamID("incident", "a1"))
    incident.number = 42
    incident.title = "Checkout fails"
    incident.severity = .sev1
    incident.service = "checkout"
    let intended = PageIntended(key: "a1/1.1.2/mira", person: "mira", isNotice: notice, because: "level 2")
    let at = Instant(milliseconds: 0)
    let page = PageLetter(intended, on: incident, at: at)
    let event = Event(
      id: EventID(node: "n", sequence: 7), stamp: Stamp(milliseconds: 0, counter: 0, node: "n"), stream: incident.id,
      incident: incident.id, kind: PageIntended.kind,
      actor: Actor(person: "sitrep", via: "serve", assurance: .machine), happenedAt: at, recordedAt: at,
      occasion: "due", drill: drill, payload: nil)
    return Letter(page, by: PageWay(channel: "mail", recipient: "m@example.org", isRepeatable: true), event: event)
  }

  @Test func itSaysWhoIsWokenAboutWhatAndWhy() {
    let letter = letter()
    #expect(letter.key == "a1/1.1.2/mira/mail" && letter.channel == "mail" && letter.recipient == "m@example.org")
    #expect(letter.content.title == "SEV1? #42 Checkout fails")
    #expect(
      letter.content.text == "SEV1? #42 Checkout fails\nmira: level 2.\nAcknowledge it with `sitrep ack 42`.")
    #expect(letter.content.action == .trigger && letter.content.urgency == .critical)
    #expect(letter.content.service == "checkout" && letter.occasion == "due" && letter.isRepeatable)
    #expect(letter.incident == StreamID("incident", "a1") && letter.event == EventID(node: "n", sequence: 7))
    #expect(!letter.isDrill && letter.expiresAt == nil)
  }

  @Test func whoeverIsToldIsNotWoken() {
    let letter = letter(notice: true, drill: true)
    #expect(letter.content.action == .update && letter.content.urgency == .info && letter.isDrill)
    #expect(letter.content.text.hasSuffix("To be told, not woken."))
  }
}
