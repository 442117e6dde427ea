import EventLog
import Procedures

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

  private static func choice(_ option: OptionRow) -> RegisteredCommand.Choice {
    RegisteredCommand.Choice(
      option.name.lowercased().first ?? "?", option.title + (option.isTaken ? " (taken)" : ""), value: option.name)
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
      "run.option", "Choose option", keys: ["o"], places: [.stepper], effect: .change,
      help: "Take one of the ways to put it right; the others count as not taken, and can be taken later.",
      verb: "runbook step RUN --option NAME", short: "option",
      input: .choices(prompt: "Take option", { $0.options.prefix(26).map(choice) }), footer: 13,
      obstacle: { situation in
        if situation.run == nil { return "no run is under way" }
        return situation.options.isEmpty ? "this runbook has no options to choose from" : nil
      },
      action: .command { situation, given in
        guard let run = situation.run, let option = situation.options.first(where: { $0.matches(given.text) }) else {
          let names = situation.options.map(\.name).joined(separator: ", ")
          return .failure(Trouble(.refused, "There is no option \(given.text): there are \(names)."))
        }
        return .success(.run(run.id, .take(option: option.number)))
      }),
    RegisteredCommand(
      "run.value", "Fill a gap", keys: ["="], places: [.stepper], effect: .change,
      help: "Say what a {{name}} in the step stands for; NAME=VALUE fills any other.",
      verb: "runbook step RUN --set NAME=VALUE", short: "fill",
      input: .lineAbout { ($0.step?.gaps.first?.name ?? "name=value") + " is" },
      obstacle: { situation in
        if situation.run == nil { return "no run is under way" }
        return situation.run?.finishedAt == nil ? nil : "this run is over"
      },
      action: .command { situation, given in
        guard let run = situation.run else { return .failure(Trouble(.refused, "No run is under way here.")) }
        let gaps = situation.step?.gaps.map(\.name) ?? []
        // A value that was filled in wrongly is set right while another is still missing.
        if let mark = given.text.firstIndex(of: "=") {
          let name = given.text[..<mark].filter { $0 != " " }
          if gaps.contains(name) || gaps.isEmpty || Procedure.isVariable(name) {
            let value = String(given.text[given.text.index(after: mark)...])
            return .success(.run(run.id, .give(name: name, value: value)))
          }
        }
        guard let name = gaps.first else { return .failure(Trouble(.badInput, "Say which: name=value.")) }
        return .success(.run(run.id, .give(name: name, value: given.text)))
      }),
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
