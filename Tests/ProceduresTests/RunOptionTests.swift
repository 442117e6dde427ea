import EventLog
import Testing

@testable import Procedures

/// Branching between ways to put something right, and values that people give.
struct RunOptionTests {
  static let procedure = Procedure.parse(
    """
    ---
    target: 15m
    ---
    # Slow
    ## Immediate actions (0-5 min)
    1. Look at {{pod}}.
    ## Resolution options
    ### Option A: roll back
    Roll it back.

    ```sh
    deploy undo
    ```
    ### Option B: scale out
    1. Add two.
    2. Wait.
    ## Validation
    1. Watch.
    """, name: "slow")

  private func started() throws -> RunScript {
    var script = RunScript()
    try script.perform(StartRun(Self.procedure, incident: script.incident))
    return script
  }

  @Test func findsOptionsAndPhases() {
    #expect(Self.procedure.options.map(\.name) == ["A", "B"])
    #expect(Self.procedure.options.map(\.title) == ["roll back", "scale out"])
    #expect(Self.procedure.options.map(\.steps) == [[2], [3, 4]])
    #expect(Self.procedure.phases.map(\.title) == ["Immediate actions"])
    #expect(Self.procedure.phases.map(\.end) == [.minutes(5)])
  }

  @Test(arguments: [
    ("## Options\n### Roll back\n1. Do it.\n### 2) Wait\n1. Do it.\n", ["A roll back", "2 wait"]),
    ("## Fix\n### Option 1 - restart\n1. Do it.\n### Option 2 - wait\n1. Do it.\n", ["1 restart", "2 wait"]),
    ("## Options\n### Only one\n1. Do it.\n", []),
    ("## Options\n### A: first\n1. Do it.\n### B: nothing to do\n", []),
    ("## Mitigation\n### First\n1. Do it.\n### Then\n1. Do it.\n", []),
    ("## Resolution options\n1. Do it.\n2. Or that.\n", []),
  ])
  func readsOptionsAsTheyAreWritten(text: String, names: [String]) {
    let options = Procedure.parse("# X\n" + text, name: "x").options
    #expect(options.map { "\($0.name) \($0.title.lowercased())" } == names)
  }

  @Test func takingOneLeavesTheOthers() throws {
    var script = try started()
    #expect(script.run.total == 5 && script.run.notTaken.isEmpty)
    try script.perform(FinishStep(number: 1))
    try script.perform(TakeOption(number: 2), as: "lea")
    #expect(script.run.notTaken == [2])
    #expect(script.run.current?.number == 3 && script.run.total == 4)
    #expect(script.texts.last == "slow: option B taken, scale out")
    try script.perform(FinishStep(number: 3))
    // It did not help: the other one after all. What was done stays, what is left of B is not to do.
    try script.perform(TakeOption(number: 1))
    #expect(script.run.notTaken == [4] && script.run.current?.number == 2 && script.run.done == 2)
    try script.perform(FinishStep(number: 2))
    try script.perform(FinishStep(number: 5))
    #expect(script.run.outcome == .completed)
    #expect(script.texts.last == "slow completed, 4/4 done")
    // And B once more, although the run was over: it goes on, and its promise rules again.
    try script.perform(TakeOption(number: 2))
    #expect(!script.run.isFinished && script.run.current?.number == 4)
    #expect(script.run.deadlines.open("runbook") != nil)
  }

  @Test func doingAStepOfAnOptionTakesIt() throws {
    var script = try started()
    try script.perform(FinishStep(number: 3))
    #expect(script.run.option == 2 && script.run.notTaken == [2])
    #expect(script.texts.suffix(2) == ["slow: option B taken, scale out", "slow 3/5: Add two"])
    try script.perform(FinishStep(number: 2))
    #expect(script.run.option == 1 && script.run.notTaken == [4])
    try script.perform(ReopenStep(number: 3))
    #expect(script.run.option == 2 && script.run.step(3)?.state == .todo && script.run.notTaken == [])
  }

  @Test func skippingOneTakesNone() throws {
    var script = try started()
    try script.perform(SkipStep(number: 2, reason: "nothing was deployed"))
    #expect(script.run.option == nil)
    try script.perform(TakeOption(number: 2))
    #expect(script.run.step(2)?.state == .skipped && script.run.notTaken == [])
  }

  @Test func refusesWhatIsNotThere() throws {
    var script = RunScript()
    #expect(throws: RunRefusal.notStarted) { try script.perform(TakeOption(number: 1)) }
    script = try started()
    #expect(throws: RunRefusal.noSuchOption(number: 3, names: ["A", "B"])) { try script.perform(TakeOption(number: 3)) }
    try script.perform(TakeOption(number: 1))
    let before = script.events.count
    try script.perform(TakeOption(number: 1))
    #expect(script.events.count == before)
    #expect(throws: RunRefusal.isNotTaken(number: 4, option: "B")) { try script.perform(ReopenStep(number: 4)) }
    #expect(throws: RunRefusal.noName("a b")) { try script.perform(GiveValue(name: "a b", value: "x")) }
    #expect(throws: RunRefusal.noValue(name: "a")) { try script.perform(GiveValue(name: "a", value: "x\ny")) }
    try script.perform(EndRun(.abandoned, reason: "wrong one"))
    #expect(throws: RunRefusal.alreadyFinished(procedure: "slow", outcome: .abandoned)) {
      try script.perform(TakeOption(number: 2))
    }
  }

  @Test func keepsWhatPeopleSaid() throws {
    var script = try started()
    try script.perform(GiveValue(name: "pod", value: " api-7 "))
    #expect(script.run.values == ["pod": "api-7"])
    #expect(script.texts.last == "slow: pod is api-7")
    let before = script.events.count
    try script.perform(GiveValue(name: "pod", value: "api-7"))
    #expect(script.events.count == before)
    try script.perform(GiveValue(name: "pod", value: ""))
    #expect(script.run.values == [:])
  }

  @Test func everyOrderFoldsToTheSame() throws {
    var script = try started()
    try script.perform(TakeOption(number: 2))
    try script.perform(GiveValue(name: "pod", value: "api-7"))
    try script.perform(FinishStep(number: 2), as: "lea")
    try script.perform(TakeOption(number: 2), as: "jon")
    let expected = script.run
    for shift in script.events.indices {
      let turned = Array(script.events[shift...] + script.events[..<shift])
      #expect(RunFold.state(of: script.stream, from: turned + turned.reversed()) == expected)
    }
    #expect(expected.people == ["mira", "lea"])
  }

  @Test func anOlderRunWithoutOptionsReadsOn() {
    let old = RunStarted(Procedure.parse("1. Go\n", name: "x"), incident: nil)
    #expect(old.options.isEmpty && old.optionNames == nil)
  }

  @Test func redactedTitlesLeaveTheOptionsReadable() throws {
    let script = try started()
    var event = script.events[0]
    event.payload = Redaction.replacement(for: event, payloads: RunFold.payloads)
    let run = RunFold.state(of: script.stream, from: [event])
    #expect(run.options.map(\.steps) == [[2], [3, 4]] && run.options[0].title == Redaction.mark)
  }
}
