import EventLog

extension Registry {
  private static func onStep(
    _ make: @escaping @Sendable (RegisteredCommand.Given, StepRow) -> RunAction
  ) -> RegisteredCommand.Action {
    .command { situation, given in
      guard let run = situation.run, let step = situation.step else {
        return .failure(Trouble(.refused, "No run is under way here: S starts one."))
      }
      return .success(.run(run.id, make(given, step)))
    }
  }

  private static let needsStep: @Sendable (Situation) -> String? = { situation in
    guard let run = situation.run else { return "no run is under way" }
    if run.finishedAt != nil { return "this run is over" }
    return situation.step == nil ? "no step is selected" : nil
  }

  static let runCommands: [RegisteredCommand] = [
    RegisteredCommand(
      "run.start", "Start run", keys: ["S"], places: [.runbooks, .stepper], effect: .change,
      help: "Begin to step through the runbook, for the incident it was opened from where there is one.",
      verb: "runbook run NAME", short: "start", footer: 12,
      obstacle: { situation in
        if situation.runbook == nil { return "no runbook is selected" }
        guard situation.place == .stepper, let run = situation.run, run.finishedAt == nil else { return nil }
        return "a run is under way already"
      },
      action: .interface(.startRun)),
    RegisteredCommand(
      "run.check", "Check off", keys: ["Space", "x"], places: [.stepper], effect: .change,
      help: "The step is done; the next one is selected.", verb: "runbook step RUN N --done",
      short: "check", footer: 10,
      obstacle: needsStep, action: onStep { _, step in .finish(step: step.number, note: nil) }),
    RegisteredCommand(
      "run.skip", "Skip", keys: ["-"], places: [.stepper], effect: .change,
      help: "Leave the step out, with a reason that stays on the timeline.", verb: "runbook step RUN N --skip REASON",
      input: .line(prompt: "Skip because"), footer: 15, obstacle: needsStep,
      action: onStep { given, step in .skip(step: step.number, reason: given.text) }),
    RegisteredCommand(
      "run.note", "Note", keys: ["N"], places: [.stepper], effect: .change,
      help: "Write down what the step showed.", verb: "runbook step RUN N --note TEXT", input: .line(prompt: "Note"),
      footer: 17, obstacle: needsStep, action: onStep { given, step in .note(step: step.number, text: given.text) }),
    RegisteredCommand(
      "run.reopen", "Reopen step", keys: ["U"], places: [.stepper], effect: .change,
      help: "The step is to do again.", verb: "runbook step RUN N --reopen", obstacle: needsStep,
      action: onStep { _, step in .reopen(step: step.number) }),
    RegisteredCommand(
      "run.complete", "Complete run", keys: ["F"], places: [.stepper], effect: .change,
      help: "The run is over; steps left are recorded as not done.", verb: "runbook step RUN --complete",
      obstacle: { $0.run == nil ? "no run is under way" : $0.run?.finishedAt != nil ? "this run is over" : nil },
      action: .command { situation, _ in
        guard let run = situation.run else { return .failure(Trouble(.refused, "No run is under way.")) }
        return .success(.run(run.id, .complete))
      }),
  ]
}
