import EventLog
import Incidents
import TestSupport
import Testing

@Suite("Delegations")
struct DelegationTests {
  private func task(_ scenario: IncidentScenario) throws -> Delegation { try #require(scenario.incident.tasks.last) }

  @Test("a task has one person, a time to come back and a promise on the clock")
  func given() throws {
    var scenario = try IncidentScenario.declared()
    try scenario.perform(Delegate(" replica lag ", to: " jon ", within: .minutes(3)), at: "10:02")
    let task = try task(scenario)
    #expect(task.number == 1 && task.person == "jon" && task.text == "replica lag" && task.givenBy == "lea")
    #expect(task.state == .given && task.dueAt == .at("10:05"))
    let deadline = try #require(scenario.incident.deadlines.open("task:1"))
    #expect(deadline.dueAt == .at("10:05") && deadline.target == "jon")
    #expect(deadline.state(at: .at("10:04")) == .soon && deadline.state(at: .at("10:06")) == .overdue)
    let said = scenario.history.last { $0.kind == TaskDelegated.kind }.flatMap { IncidentFold.text(of: $0) }
    #expect(said == "@jon replica lag (task 1, back in 3m)")
  }

  @Test(
    "it ends kept, broken or no longer wanted",
    arguments: [("10:04", Deadline.State.kept), ("10:09", .broken)] as [(String, Deadline.State)])
  func ends(at time: String, as state: Deadline.State) throws {
    for isDone in [true, false] {
      var scenario = try IncidentScenario.declared()
      try scenario.perform(Delegate("lag", to: "jon", within: .minutes(3)), at: "10:02")
      let id = try task(scenario).id
      try scenario.perform(UnderstandTask(id), by: .tom, at: "10:03")
      #expect(try task(scenario).state == .understood)
      #expect(throws: IncidentRefusal.alreadySo("task 1 is understood already")) {
        try scenario.perform(UnderstandTask(id))
      }
      if isDone {
        try scenario.perform(FinishTask(id, note: "lag is 2s"), at: time)
      } else {
        try scenario.perform(DropTask(id), at: time)
      }
      let deadline = try #require(scenario.incident.deadlines.first { $0.kind == "task:1" })
      #expect(deadline.state(at: scenario.now) == state)
      #expect((deadline.metAt != nil) == isDone)
      #expect(throws: IncidentRefusal.self) { try scenario.perform(FinishTask(id)) }
    }
  }

  @Test("without a time there is no clock; numbers go on; a close ends them all")
  func plain() throws {
    var scenario = try IncidentScenario.declared()
    try scenario.perform(Delegate("read the log", to: "mira"), at: "10:01")
    #expect(!scenario.incident.deadlines.contains { $0.kind.hasPrefix("task") })
    try scenario.perform(Delegate("lag", to: "jon", within: .minutes(30)), at: "10:02")
    #expect(scenario.incident.tasks.map(\.number) == [1, 2])
    try scenario.perform(Cancel(because: .falseAlarm), at: "10:05")
    #expect(scenario.incident.deadlines.allSatisfy { !$0.isOpen })
    #expect(throws: IncidentRefusal.self) { try scenario.perform(Delegate("x", to: "jon")) }
  }

  @Test("an undo takes the task back with its clock, and the end of it too")
  func undo() throws {
    var scenario = try IncidentScenario.declared()
    try scenario.perform(Delegate("lag", to: "jon", within: .minutes(3)), at: "10:02")
    try scenario.perform(FinishTask(try task(scenario).id), at: "10:03")
    try scenario.perform(Undo(), at: "10:03")
    #expect(try task(scenario).isOpen)
    #expect(scenario.due("task:1") == .at("10:05"))
    try scenario.perform(Undo(), at: "10:04")
    #expect(scenario.incident.tasks.isEmpty && scenario.due("task:1") == nil)
  }

  @Test("nobody, nothing and nowhere are refused in words")
  func refusals() throws {
    var scenario = try IncidentScenario.declared()
    for command in [Delegate("x", to: " "), Delegate("  ", to: "jon")] {
      #expect(throws: IncidentRefusal.self) { try scenario.perform(command) }
    }
    let nowhere = EventID(node: "a", sequence: 99)
    #expect(throws: IncidentRefusal.noSuchPart("task", "a-99")) { try scenario.perform(FinishTask(nowhere)) }
  }
}
