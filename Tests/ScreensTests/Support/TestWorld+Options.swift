import Commands
import EventLog
import Incidents
import Procedures

@testable import Screens

extension TestWorld {
  private static let podStep = """
    2. **Delete the pod.** A new one starts by itself.

       risk: destructive

       ```sh
       kubectl -n production delete pod {{pod}}
       ```

       Look for: `deleted`.
    """

  /// An afternoon on which the runbook offers options, two people work it, and it began twelve minutes ago.
  static func options(taken: Int? = nil, text: RunbookPage.Text = .same) throws -> TestWorld {
    var world = try afternoon()
    var run = TestWorld.run(done: 3, skipped: 0)
    run.startedAt = IncidentStory.at("14:20")
    run.people = ["mira", "jon"]
    let titles = [
      ("Immediate actions (0-5 min)", "See how bad it is now", nil),
      ("Immediate actions (0-5 min)", "Ask what changed in the last hour", nil),
      ("Investigation (5-30 min)", "Split the errors", nil),
      ("Option A: roll back the deployment", "Option A: roll back the deployment", "A"),
      ("Option B: replace a wedged instance", "Keep its log", "B"),
      ("Option B: replace a wedged instance", "Delete the pod", "B"),
      ("Option C: limit or block one caller", "Option C: limit or block one caller", "C"),
      ("Validation", "Watch the numbers come down and stay down", nil),
    ]
    let options = [
      ("A", "roll back the deployment", [4]), ("B", "replace a wedged instance", [5, 6]),
      ("C", "limit or block one caller", [7]),
    ]
    let rows = options.enumerated().map { place, option in
      OptionRow(
        number: place + 1, name: option.0, title: option.1, steps: option.2, isTaken: taken == place + 1)
    }
    let chosen = taken.map { rows[$0 - 1].name }
    let steps = titles.enumerated().map { place, title in
      StepRow(
        number: place + 1, section: title.0, title: title.1,
        text: place == 5
          ? podStep
          : "\(place + 1). \(title.1), then go on.",
        commands: place == 5
          ? [.init(language: "sh", text: "kubectl -n production delete pod {{pod}}", isDestructive: true)] : [],
        state: place < 3 ? .done : title.2 != nil && chosen != nil && title.2 != chosen ? .notTaken : .todo,
        person: place < 3 ? ["mira", "jon", "mira"][place] : nil,
        at: place < 3 ? IncidentStory.at("14:2\(place + 2)") : nil,
        option: title.2, gaps: place == 5 ? [StepGap(name: "pod", meaning: "one that is not well")] : [])
    }
    run.total = steps.count { $0.state != .notTaken }
    run.current = steps.first { $0.state == .todo }?.number
    world.page = RunbookPage(
      row: TestWorld.runbookRow(run: run), source: "# High error rate\n", steps: steps, options: rows,
      phases: [
        .init(title: "Immediate actions", start: .zero, end: .minutes(5)),
        .init(title: "Investigation", start: .minutes(5), end: .minutes(30)),
      ], objective: .hours(1), text: text)
    world.runbooks[0].run = run
    for id in world.details.keys where world.details[id]?.runs.isEmpty == false { world.details[id]?.runs = [run] }
    return world
  }
}
