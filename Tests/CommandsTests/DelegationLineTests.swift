import Commands
import EventLog
import Incidents
import Testing

@Suite struct DelegationLineTests {
  static let people = ["jon", "mira", "lea", "leonard"]

  @Test(arguments: [
    ("jon replica lag 3m", "jon", "replica lag", "3m"), ("@jon check lag 3m", "jon", "check lag", "3m"),
    ("jo: lag in 90s", "jon", "lag", "90s"), ("m read the log", "mira", "read the log", "-"),
    ("le restart 1h", "le", "restart", "1h"), ("LEA restart", "lea", "restart", "-"),
    ("zoe 3m timeout is too short", "zoe", "3m timeout is too short", "-"),
  ])
  func reads(line: String, person: String, text: String, within: String) throws {
    let task = try DelegationLine.parse(line, people: Self.people).get()
    #expect(task.person == person && task.text == text)
    #expect(task.within?.words ?? "-" == within)
  }

  @Test(arguments: ["", "  ", "jon", "jon 3m", "@ 3m", "@"])
  func wantsAPersonAndATask(line: String) {
    #expect(throws: Trouble.self) { try DelegationLine.parse(line).get() }
  }

  @Test func inTheComposerOnlyATrailingTimeMakesItATask() {
    #expect(throws: Trouble.self) { try DelegationLine.parse("@jon check lag", needsTime: true).get() }
  }
}
