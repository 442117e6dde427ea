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
}
