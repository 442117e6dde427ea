import EventLog
import Foundation
import Testing

@Suite struct OnCallVerbTests {
  private func team() throws -> Home {
    let sitrep = try Home()
    try sitrep.write(
      """
      people:
        mira:
          name: Mira Example
          phone: "+49 30 123456"
        jonas:
          name: Jonas Example
      rotations:
        engineers:
          role: primary
          zone: Europe/Berlin
          start: 2026-01-05
          handoff: Monday 09:00
          members: [mira, jonas]

      """, to: "config/oncall.yaml")
    return sitrep
  }

  @Test func whoIsOnCallAtAMoment() throws {
    let sitrep = try team()
    let config = ["--config", sitrep.folder + "/config"]
    let run = try sitrep.run(config + ["oncall", "who", "--at", "2026-01-06T12:00:00Z", "--json"])
    let who = try run.json()
    #expect(run.code == 0 && who["primary"]?.string == "mira" && who["secondary"]?.string == "jonas")
    #expect(who["commander"] == .null && who["until"]?.string == "2026-01-12T08:00:00.000Z")
    #expect(who["next"]?["primary"]?.string == "jonas" && who["next"]?["at"] == who["until"])
    let plain = try sitrep.run(config + ["oncall", "who"]).output
    #expect(plain.contains("commander: nobody (a gap)") && plain.contains("wakes nobody"))
  }

  @Test func theShiftsOfAPeriodKeepTheWallClockAcrossTheChangeOfTheHour() throws {
    let sitrep = try team()
    let words = [
      "--config", sitrep.folder + "/config", "oncall", "schedule", "--from", "2026-03-23T08:00:00Z", "--to",
      "2026-04-06T07:00:00Z",
    ]
    let schedule = try sitrep.run(words + ["--json"]).json()
    let primary = try #require(schedule["shifts"]?.array?.filter { $0["role"]?.string == "primary" })
    #expect(primary.map { $0["start"]?.string } == ["2026-03-23T08:00:00.000Z", "2026-03-30T07:00:00.000Z"])
    #expect(primary.last?["end"]?.string == "2026-04-06T07:00:00.000Z")
    #expect(schedule["gaps"]?.array?.isEmpty == false)
    #expect(try sitrep.run(words).output.contains("NOBODY"))
    let none = try Home()
    let nobody = try none("oncall", "schedule", "--json").json()
    #expect(nobody["shifts"] == nobody["gaps"])
    #expect(nobody["gaps"]?.array?.allSatisfy { $0["person"] == .null } == true)
    #expect(try none("oncall", "schedule").output.contains("No rotation"))
    #expect(try none("oncall", "who", "--json").json()["primary"] == .null)
  }

  @Test func aChangeIsSeenByWhoWhyAndSchedule() throws {
    let sitrep = try team()
    let config = ["--config", sitrep.folder + "/config"]
    let set = try sitrep.run(
      config + [
        "oncall", "override", "replace", "mira", "jonas", "--from", "2030-01-09 12:00", "--to", "2030-01-10 12:00",
        "--reason", "dentist",
      ])
    #expect(set.code == 0 && set.output.contains("On call: jonas for mira"), "\(set.complaint)")
    let list = try sitrep.run(config + ["oncall", "override", "list", "--json"]).json()
    let id = try #require(list["overrides"]?.array?.first?["id"]?.string)
    let at = ["--at", "2030-01-09T13:00:00Z"]
    let before = try sitrep.run(config + ["oncall", "who", "--json", "--at", "2030-01-08T13:00:00Z"]).json()
    let primary = before["primary"]?.string
    #expect(try sitrep.run(config + ["oncall", "who", "--json"] + at).json()["primary"]?.string == "jonas")
    let why = try sitrep.run(config + ["oncall", "why", "2030-01-09 13:00", "Europe/Berlin"]).output
    #expect(
      why.contains("override: jonas for mira") && why.contains("(dentist)") && why.contains("rotation: engineers"))
    let shifts =
      try sitrep.run(
        config + ["oncall", "schedule", "--from", "2030-01-08 09:00", "--to", "2030-01-12 09:00", "--json"]
      ).json()["shifts"]?.array ?? []
    #expect(shifts.contains { $0["edit"]?.string == id && $0["source"]?.string == "override" } == (primary == "mira"))
    #expect(try sitrep.run(config + ["oncall", "override", "end", id]).code == 0)
    let again = try sitrep.run(config + ["oncall", "override", "end", id])
    #expect(again.code == 1 && again.complaint.contains("is over already"))
    #expect(try sitrep.run(config + ["oncall", "who", "--json"] + at).json()["primary"]?.string == primary)
  }

  /// The night the clocks go back in Berlin, and the one they go forward.
  @Test func whySaysWhatTheClocksDo() throws {
    let sitrep = try team()
    let config = ["--config", sitrep.folder + "/config"]
    let twice = try sitrep.run(config + ["oncall", "why", "2026-10-25 02:30", "Europe/Berlin"]).output
    #expect(twice.contains("show that time twice") && twice.contains("go back in this shift: it lasts 169h"))
    #expect(twice.contains("2026-10-25 00:30 UTC"))
    let never = try sitrep.run(config + ["oncall", "why", "2026-03-29 02:30", "Europe/Berlin"]).output
    #expect(never.contains("jump over that time") && never.contains("it lasts 167h") && never.contains("01:00 UTC"))
    let plain = try sitrep.run(config + ["oncall", "why", "2026-11-21T12:00:00Z"]).output
    #expect(!plain.contains("clocks"))
    #expect(plain.contains("commander: NOBODY, by nobody") && plain.contains("none gives this role"))
    #expect(try sitrep.run(config + ["oncall", "why", "soon"]).code == 65)
    #expect(try sitrep.run(config + ["oncall", "why", "12:00", "Berlin"]).code == 65)
  }

  @Test func shiftsAreSwappedOnceTheOtherAccepts() throws {
    let sitrep = try team()
    let config = ["--config", sitrep.folder + "/config"]
    // The week of 2030-01-07 is mira's or jonas's; whoever has it offers it.
    let at = ["--at", "2030-01-09T12:00:00Z", "--json"]
    let first = try #require(try sitrep.run(config + ["oncall", "who"] + at).json()["primary"]?.string)
    let other = first == "mira" ? "jonas" : "mira"
    let offer = try sitrep.run(
      config + ["--as", first, "oncall", "swap", "offer", other, "--from", "2030-01-09", "--to", "2030-01-10"])
    #expect(offer.code == 0, "\(offer.complaint)")
    #expect(try sitrep.run(config + ["oncall", "who"] + at).json()["primary"]?.string == first)
    let who = try sitrep.run(config + ["--as", other, "oncall", "who"]).output
    #expect(who.contains("for you: \(first) offers \(other) primary"))
    let id = try #require(
      try sitrep.run(config + ["oncall", "swap", "list", "--json"]).json().array?.first?["id"]?.string)
    #expect(try sitrep.run(config + ["--as", other, "oncall", "swap", "accept", id]).code == 0)
    #expect(try sitrep.run(config + ["oncall", "who"] + at).json()["primary"]?.string == other)
    #expect(try sitrep.run(config + ["oncall", "swap"]).output.contains("No swap is offered"))
  }

  @Test func aHandoverIsShownOfferedAndAccepted() throws {
    let sitrep = try team()
    let config = ["--config", sitrep.folder + "/config"]
    #expect(
      try sitrep.run(config + ["--as", "mira", "incident", "declare", "--title", "Checkout fails", "--severity", "2"])
        .code == 0)
    let brief = try sitrep.run(config + ["--as", "mira", "oncall", "handoff"]).output
    #expect(brief.contains("Open incidents") && brief.contains("#1 SEV2 acknowledged, mira, Checkout fails"))
    let offer = try sitrep.run(config + ["--as", "mira", "oncall", "handoff", "--to", "jonas", "--note", "cold cache"])
    #expect(offer.code == 0 && offer.output.contains("mira hands over to jonas"))
    let read = try sitrep.run(config + ["--as", "jonas", "oncall", "handoff"]).output
    #expect(read.contains("Note: cold cache"))
    let accept = try sitrep.run(config + ["--as", "jonas", "oncall", "handoff", "--accept"])
    #expect(accept.code == 0 && accept.output.contains("yours now: #1"), "\(accept.complaint)")
    #expect(try sitrep.run(config + ["incident", "show", "1", "--json"]).json()["commander"]?.string == "jonas")
    let none = try sitrep.run(config + ["--as", "jonas", "oncall", "handoff", "--accept"])
    #expect(none.code == 1 && none.complaint.contains("--reason"))
    #expect(try sitrep.run(config + ["oncall", "handoff", "--accept", "--withdraw"]).code == 64)
  }

  @Test func figuresAndGapsHaveTheirCodes() throws {
    let sitrep = try team()
    let config = ["--config", sitrep.folder + "/config"]
    let gaps = try sitrep.run(config + ["oncall", "gaps"])
    #expect(gaps.code == 1 && gaps.output.contains("commander"))
    #expect(try sitrep.run(config + ["oncall", "gaps", "--role", "primary"]).code == 0)
    let load = try sitrep.run(config + ["oncall", "load", "--from", "2026-01-05 09:00", "--to", "2026-02-02 09:00"])
      .output
    #expect(load.contains("SHARE") && load.contains("100 % too much"))
    let pay = try sitrep.run(config + ["oncall", "pay", "--from", "2026-01-05 08:00", "--to", "2026-02-02 08:00"])
      .output
    #expect(pay.contains("400.00") && pay.contains("USD"))
    let calendar = try sitrep.run(config + ["oncall", "ical", "--person", "mira"])
    #expect(calendar.code == 0 && calendar.output.hasPrefix("BEGIN:VCALENDAR\r\n"))
    #expect(!calendar.output.contains("jonas on call"))
    #expect(try sitrep.run(config + ["oncall", "ical", "--alarm", "soon"]).code == 65)
  }
}
