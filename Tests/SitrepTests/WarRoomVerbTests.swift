import EventLog
import Testing

/// Tasks, decisions, hypotheses, hand-over, merge: by the program itself.
struct WarRoomVerbTests {
  @Test func tasksDecisionsAndHypothesesByTheirNumbers() throws {
    let home = try Home()
    try home.declare()
    let added = try home("incident", "task", "add", "1", "jon", "replica lag", "--within", "3m")
    #expect(added.code == 0 && added.output.contains("@jon replica lag"))
    #expect(try home("incident", "task", "understood", "1", "1").code == 0)
    #expect(try home("incident", "task", "done", "1", "1", "--note", "2s").code == 0)
    #expect(try home("incident", "task", "done", "1", "1").code == 1)
    #expect(try home("incident", "task", "done", "1", "7").code == 66)
    #expect(try home("incident", "task", "add", "1", "jon", "x", "--within", "soon").code == 65)

    #expect(try home("incident", "decide", "1", "roll back", "--poll", "2m", "--option", "wait").code == 0)
    #expect(try home("incident", "decide", "1", "--object", "1", "--note", "data is lost").code == 0)
    #expect(try home("incident", "decide", "1", "--make", "1").code == 1)
    #expect(try home("incident", "decide", "1", "--make", "1", "--note", "it is not").code == 0)
    #expect(try home("incident", "decide", "1").code == 64)

    #expect(try home("incident", "hypothesis", "add", "1", "the disk is full").code == 0)
    #expect(try home("incident", "hypothesis", "rule-out", "1", "1", "--evidence", "40 %").code == 0)
    #expect(try home("incident", "hypothesis", "add", "1", "disk full").output.contains("Careful: like hypothesis 1"))

    let shown = try home.shown()
    #expect(try JSONSchema(named: "incident-show").problems(of: shown).isEmpty)
    guard case .array(let tasks)? = shown["tasks"], case .array(let decisions)? = shown["decisions"] else {
      Issue.record("no tasks or decisions")
      return
    }
    #expect(tasks.first?["state"] == .string("kept") && tasks.first?["status"] == .string("done"))
    #expect(decisions.first?["status"] == .string("made"))
    #expect(try home("incident", "show", "1").output.contains("Task 1 [done] jon: replica lag (2s)"))
  }

  @Test func commandGoesOverByOfferAndAcceptAndMergesAreTakenBack() throws {
    let home = try Home()
    try home.declare("All is slow")
    try home.declare("Search is slow", "SEV3")
    #expect(try home("incident", "role", "1", "commander", "lea").code == 0)
    #expect(try home("incident", "role", "1", "commander", "tom").code == 1)
    #expect(try home("incident", "role", "1", "commander", "tom", "--offer", "--as", "lea").code == 0)
    #expect(try home.shown()["next_commander"]?.string == "tom")
    #expect(try home("incident", "role", "1", "commander", "--accept", "--as", "tom").code == 0)
    #expect(try home.shown()["commander"]?.string == "tom")

    #expect(try home("incident", "merge", "2", "1").code == 0)
    let merged = try home.shown("2")
    #expect(try JSONSchema(named: "incident-show").problems(of: merged).isEmpty)
    #expect(merged["status"]?.string == "closed" && merged["resolution"]?.string == "duplicate")
    #expect(try home("incident", "split", "2", "--reason", "another cause").code == 0)
    #expect(try home.shown("2")["status"]?.string == "acknowledged")
    #expect(try home("incident", "snooze", "2", "2h").code == 0)
    #expect(try home("incident", "snooze", "2", "off").code == 0)
    #expect(try home("incident", "join", "1", "--channel", "#inc-1").code == 0)
    #expect(try home("incident", "join", "1").output == "#inc-1\n")
    #expect(try home("incident", "link", "1", "https://graph.example/1").code == 0)
  }
}
