import ArgumentParser
import Commands
import Incidents

struct IncidentHypothesis: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "hypothesis", abstract: "Write suspected causes down, and settle them by evidence.",
    subcommands: [IncidentHypothesisAdd.self, IncidentHypothesisConfirm.self, IncidentHypothesisRuleOut.self])
}

struct IncidentHypothesisAdd: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add", abstract: "Write a suspected cause down; a similar one that was ruled out is named.")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var target: IncidentTarget

  @Argument(help: "What could be the cause.")
  var text: String

  func run() throws {
    let session = try Session.open(options)
    try session.perform(
      .incident(try session.incident(target.incident), AddHypothesis(text), revision: target.revision),
      json: options.json)
  }
}

struct IncidentHypothesisConfirm: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "confirm", abstract: "Evidence speaks for it.")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var target: IncidentTarget
  @OptionGroup var part: PartNumber

  @Option(help: "What shows it.")
  var evidence: String?

  func run() throws {
    let session = try Session.open(options)
    let (incident, id) = try part.hypothesis(session, target)
    try session.perform(
      .incident(incident, SettleHypothesis(id, isConfirmed: true, evidence: evidence), revision: target.revision),
      json: options.json)
  }
}

struct IncidentHypothesisRuleOut: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "rule-out", abstract: "Evidence speaks against it.")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var target: IncidentTarget
  @OptionGroup var part: PartNumber

  @Option(help: "What rules it out.")
  var evidence: String

  func run() throws {
    let session = try Session.open(options)
    let (incident, id) = try part.hypothesis(session, target)
    try session.perform(
      .incident(incident, SettleHypothesis(id, isConfirmed: false, evidence: evidence), revision: target.revision),
      json: options.json)
  }
}
