import EventLog
import Incidents
import TestSupport
import Testing

@Suite("Silences")
struct SilenceTests {
  private let id = StreamID("silence", "k1")
  private func facts(_ time: String, by actor: Actor = .lea) -> Facts { Facts(now: .at(time), actor: actor) { "k" } }

  @Test(
    "match what an incident is about",
    arguments: [
      ("service=checkout", true), ("service = checkout", true), ("service=check*", true), ("service=*out", true),
      ("service=*", true), ("service=api", false), ("service!=api", true), ("service!=check*", false),
      ("rule=HighErrorRate", true), ("rule=high*rate", true), ("severity=SEV1", true), ("severity=critical", true),
      ("severity=sev2", false), ("number=1", true), ("title=*errors*", true), ("title=*o*o*rs", true),
      ("title=*x*", false), ("service=checkou", false), ("service=checkoutt", false),
    ])
  func matching(text: String, matches: Bool) throws {
    let matcher = try #require(SilenceMatcher(text))
    #expect(matcher.matches(IncidentScenario.triggered().incident) == matches)
  }

  @Test("refuse what is no matcher", arguments: ["", "service", "=x", "service=", "host=a", "service!", "!=a"])
  func noMatcher(text: String) { #expect(SilenceMatcher(text) == nil) }

  @Test("hold from their beginning until their end, not longer")
  func span() throws {
    var writer = EventWriter()
    let matcher = SilenceMatcher(.service, "checkout")
    let add = AddSilence(.silence, matchers: [matcher], from: .at("10:00"), until: .at("11:00"), reason: "known")
    var events = try add.drafts(in: id, facts: facts("09:00")).map { writer.event($0, recordedAt: .at("09:00")) }
    let silence = SilenceFold.state(of: id, from: events)
    #expect(!silence.isInForce(at: .at("09:59:59.999")) && silence.isInForce(at: .at("10:00")))
    #expect(silence.isInForce(at: .at("10:59:59.999")) && !silence.isInForce(at: .at("11:00")))
    #expect(silence.isAhead(at: .at("09:30")) && silence.owner == "lea")
    events += try EndSilence(reason: "mended").drafts(on: silence, facts: facts("10:20", by: .tom)).map {
      writer.event($0, by: .tom, recordedAt: .at("10:20"))
    }
    let ended = SilenceFold.state(of: id, from: events.reversed())
    #expect(ended.end == .at("10:20") && ended.endedBy == "tom" && !ended.isInForce(at: .at("10:20")))
    #expect(throws: SilenceRefusal.isOver(.at("10:20"))) { try EndSilence().drafts(on: ended, facts: facts("10:30")) }
    #expect(SilenceFold.rows(ended).first?.values.count == SilenceFold.table.columns.count)
    #expect(SilenceFold.rows(Silence(id: id)).isEmpty)
  }

  @Test("are refused in a sentence where they would be endless, everything or without a reason")
  func refusals() {
    let matcher = SilenceMatcher(.service, "checkout")
    func refusal(_ add: AddSilence) -> SilenceRefusal? {
      do {
        _ = try add.drafts(in: id, facts: facts("10:00"))
        return nil
      } catch { return error }
    }
    #expect(refusal(AddSilence(.silence, matchers: [], until: .at("11:00"), reason: "r")) == .matchesEverything)
    #expect(refusal(AddSilence(.silence, matchers: [matcher], until: .at("11:00"), reason: " ")) == .reasonMissing)
    #expect(refusal(AddSilence(.silence, matchers: [matcher], until: .at("09:00"), reason: "r")) == .endsBeforeItBegins)
    #expect(
      refusal(AddSilence(.silence, matchers: [matcher], from: .at("08:00"), until: .at("09:00"), reason: "r"))
        == .isPast(.at("09:00")))
    #expect(
      refusal(AddSilence(.silence, matchers: [matcher], until: .at("10:00") + .days(15), reason: "r")) == .tooLong)
    #expect(refusal(AddSilence(.silence, matchers: [matcher], until: .at("11:00"), reason: "r")) == nil)
    #expect(throws: SilenceRefusal.unknown) { try EndSilence().drafts(on: Silence(id: id), facts: facts("10:30")) }
  }
}
