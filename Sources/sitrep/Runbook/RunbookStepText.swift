import Commands
import Desk
import EventLog
import Procedures
import Screens

/// A step of a run as a verb prints it: what to do, filled in, and how to go on.
enum RunbookStepText {
  static func print(_ step: StepRow, of page: RunbookPage, run: StreamID) {
    Output.line("")
    Output.line("\(step.number)/\(page.steps.count) \(step.section)")
    if !step.lead.isEmpty { Output.text(step.lead + "\n\n") }
    Output.text(step.text.hasSuffix("\n") ? step.text : step.text + "\n")
    for gap in step.gaps {
      Output.line(
        gap.isUnsafe
          ? "! \(gap.name) is not put into a command: it holds signs that a shell reads"
          : "! \(gap.words) is not known: sitrep runbook step \(run.key) --set \(gap.name)=VALUE")
    }
  }

  /// The first step still to do, or that there is none; before a choice, what there is to choose from.
  static func printNext(of run: StreamID, _ session: Session) throws {
    guard case .runbook(let page) = try session.desk.answer(.run(run), for: session.actor) else { return }
    guard let number = page.row.run?.current, let step = page.steps.first(where: { $0.number == number })
    else { return }
    if step.option != nil, !page.options.contains(where: \.isTaken) {
      Output.line("")
      Output.line("Choose one: sitrep runbook step \(run.key) --option NAME")
      for option in page.options { Output.line("  \(option.name)  \(option.title)") }
      return
    }
    print(step, of: page, run: run)
    Output.line("Done: sitrep runbook step \(run.key) \(number) --done (or --skip REASON, --note TEXT)")
  }
}
