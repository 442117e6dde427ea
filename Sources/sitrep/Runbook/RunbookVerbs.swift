import ArgumentParser
import Incidents

struct RunbookVerbs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "runbook", abstract: "Runbooks: list, read, check, step through.",
    subcommands: [
      RunbookList.self, RunbookShow.self, RunbookCheck.self, RunbookRun.self, RunbookStep.self, RunbookStatus.self,
    ])
}
