import EventLog
import TestSupport
import Testing

@testable import Desk
@testable import Incidents
@testable import Ledger

@Suite struct PagingLooksTests {
  private let checkout = StreamID(IncidentFold.streamKind, "a1")
  private let search = StreamID(IncidentFold.streamKind, "a2")
  private let mira = PagingLooks.Surroundings(team: PagingTeam(duty: ["primary": "mira"]), silences: [])

  private func progress(_ events: Int) -> StreamProgress {
    StreamProgress(events: events, last: Stamp(milliseconds: Int64(events), counter: 0, node: "n"))
  }

  @Test func whatOwedNothingIsLeftAloneUntilItsTime() {
    let looks = PagingLooks()
    looks.begin([checkout], among: mira)
    #expect(looks.answer(checkout, progress(3), at: .at("10:00")) == .look)
    looks.note(checkout, progress(3), nextAt: .at("10:15"))
    #expect(looks.answer(checkout, progress(3), at: .at("10:14:59.999")) == .quiet(until: .at("10:15")))
    #expect(looks.answer(checkout, progress(3), at: .at("10:15")) == .look)
    #expect(looks.answer(search, progress(3), at: .at("10:00")) == .look)
    looks.note(search, progress(1), nextAt: nil)
    #expect(looks.answer(search, progress(1), at: .at("23:00")) == .quiet(until: nil))
  }

  @Test func whateverHappensToItIsALook() {
    let looks = PagingLooks()
    looks.begin([checkout], among: mira)
    looks.note(checkout, progress(3), nextAt: nil)
    #expect(looks.answer(checkout, progress(4), at: .at("10:00")) == .look)
    #expect(looks.answer(checkout, nil, at: .at("10:00")) == .look)
  }

  @Test func otherPeopleAndOtherSilencesAreALook() {
    let looks = PagingLooks()
    looks.begin([checkout], among: mira)
    looks.note(checkout, progress(3), nextAt: nil)
    looks.begin([checkout], among: mira)
    #expect(looks.answer(checkout, progress(3), at: .at("10:00")) == .quiet(until: nil))

    var silence = Silence(id: StreamID("silence", "s1"))
    let silenced = PagingLooks.Surroundings(team: PagingTeam(duty: ["primary": "mira"]), silences: [silence])
    looks.begin([checkout], among: silenced)
    #expect(looks.answer(checkout, progress(3), at: .at("10:00")) == .look)
    looks.note(checkout, progress(3), nextAt: nil)
    silence.heldBack = [
      Silence.HeldBack(incident: checkout, number: 1, title: "t", severity: .sev1, level: 1, at: .at("10:00"))
    ]
    #expect(PagingLooks.Surroundings(team: PagingTeam(duty: ["primary": "mira"]), silences: [silence]) == silenced)

    looks.begin([checkout], among: PagingLooks.Surroundings(team: PagingTeam(duty: ["primary": "tom"]), silences: []))
    #expect(looks.answer(checkout, progress(3), at: .at("10:00")) == .look)
  }

  @Test func whatIsNotAskedForAnyMoreIsForgotten() {
    let looks = PagingLooks()
    looks.begin([checkout, search], among: mira)
    looks.note(checkout, progress(3), nextAt: nil)
    looks.note(search, progress(3), nextAt: nil)
    looks.begin([search], among: mira)
    #expect(looks.answer(checkout, progress(3), at: .at("10:00")) == .look)
    #expect(looks.answer(search, progress(3), at: .at("10:00")) == .quiet(until: nil))
  }
}
