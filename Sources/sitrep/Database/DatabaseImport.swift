import ArgumentParser
import Commands
import Desk
import EventLog
import Ledger

struct DatabaseImport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import", abstract: "Take in an export; what is here already changes nothing.",
    discussion: "Every event keeps its id and its time, and is checked against its hash and the chain it belongs to.")

  @OptionGroup var options: GlobalOptions
  @Argument(help: "The export; - for standard input.") var file: String

  func run() throws {
    let lines = try LineReader(file)
    let session = try Session.open(options)
    let progress = Progress("read", unit: "events")
    let report = try troubled { try session.desk.ledger.importing(lines.next) { progress.show($0) } }
    progress.end()
    if options.json {
      return Output.json(
        .object([
          "events": .integer(Int64(report.events)), "taken": .integer(Int64(report.taken)),
          "attachments": .integer(Int64(report.attachments)), "renamed": .bool(report.isRenamed),
          "whole": .array(report.whole.map { .string($0) }), "partial": .array(report.partial.map { .string($0) }),
        ]))
    }
    Output.line(
      "\(report.events) event(s) read, \(report.taken) new; \(report.attachments) new attachment(s).")
    for node in report.whole { Output.line("\(node): the whole chain is here, up to the head that the export names.") }
    for node in report.partial {
      Output.line("\(node): a part of the chain; its events are what they were, and nothing shows what was left out.")
    }
    if report.isRenamed {
      Output.line("This file had lost events of its own: they are back, and it goes on under a new name.")
    }
  }
}
