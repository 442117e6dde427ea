import ArgumentParser
import Commands
import Desk
import EventLog
import Glibc
import Review

struct PostMortemFactor: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "factor", abstract: "Contributing factors: conditions, each with its type, none of them a person.",
    subcommands: [
      PostMortemFactorAdd.self, PostMortemFactorAsk.self, PostMortemFactorAccept.self, PostMortemFactorList.self,
    ])
}

/// Reads the type of a factor.
enum FactorType {
  static var words: String { ContributingFactor.Kind.allCases.map(\.rawValue).joined(separator: ", ") }

  static func read(_ text: String) throws(Trouble) -> ContributingFactor.Kind {
    let plain = text.lowercased()
    let kind =
      ContributingFactor.Kind.allCases.first { $0.rawValue.hasPrefix(plain) && !plain.isEmpty }
      ?? (plain.hasPrefix("organiz") ? .organisation : nil)
    guard let kind else { throw Trouble(.badInput, "\"\(text)\" is no type: \(words).") }
    return kind
  }
}

struct PostMortemFactorAdd: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "add", abstract: "Name a contributing factor.")

  @OptionGroup var options: GlobalOptions
  @Argument(help: ArgumentHelp("The incident.", valueName: "n")) var incident: String
  @Argument(help: "The condition, in a sentence.") var text: String
  @Option(help: ArgumentHelp("technical, process, organisation, environment, detection or latent.")) var type: String
  @Option(help: "What shows it: an address, a query, a figure.") var evidence: String?
  @Option(help: ArgumentHelp("The factor that it made possible, as F2.", valueName: "factor")) var under: String?

  func run() throws {
    let session = try Session.open(options)
    try session.perform(
      .review(
        try session.incident(incident),
        .name(
          factor: text, try FactorType.read(type), evidence: evidence, under: try under.map { try ItemNumber.read($0) })
      ), json: options.json)
  }
}

struct PostMortemFactorAccept: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept", abstract: "Say why nothing will be done about a factor.")

  @OptionGroup var options: GlobalOptions
  @Argument(help: ArgumentHelp("The incident.", valueName: "n")) var incident: String
  @Argument(help: ArgumentHelp("The factor: F2 or 2.", valueName: "factor")) var factor: String
  @Argument(help: "Why.") var reason: String

  func run() throws {
    let session = try Session.open(options)
    try session.perform(
      .review(
        try session.incident(incident), .acceptFactor(number: try ItemNumber.read(factor), reason: reason)),
      json: options.json)
  }
}

struct PostMortemFactorList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "Show the factors as a tree: each with what made it possible beneath it.")

  @OptionGroup var options: GlobalOptions
  @Argument(help: ArgumentHelp("The incident.", valueName: "n")) var incident: String

  func run() throws {
    guard let session = try Session.openForReading(options) else {
      throw Trouble(.noSuchIncident, "There is no incident \(incident).")
    }
    let record = try session.desk.review(of: try session.desk.incident(named: incident))
    if options.json { return Output.json(encodable: record.factors) }
    let lines = FactorTree(record).lines
    Output.lines(lines.isEmpty ? ["No factors yet."] : lines)
  }
}

/// Asks how each condition became possible, about five times, and lets the chain branch.
struct PostMortemFactorAsk: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ask", abstract: "Be asked, on a terminal: how did this become possible, and how that?")

  @OptionGroup var options: GlobalOptions
  @Argument(help: ArgumentHelp("The incident.", valueName: "n")) var incident: String
  @Option(help: ArgumentHelp("The factor to begin at, as F2.", valueName: "factor")) var from: String?

  func run() throws {
    guard isatty(0) == 1 else {
      throw Trouble(.unconfirmed, "There is nobody to ask here: use `sitrep postmortem factor add` instead.")
    }
    let session = try Session.open(options)
    let id = try session.incident(incident)
    var current = try from.map { try ItemNumber.read($0) }
    for _ in 0..<5 {
      let above = try session.desk.review(of: id).factors.first { $0.number == current }
      Output.complain(
        above.map { "how did this become possible: \($0.text)" } ?? "which condition made the incident possible?")
      guard let answer = readLine(strippingNewline: true), !answer.allSatisfy(\.isWhitespace) else { return }
      Output.complain("its type (\(FactorType.words)):")
      guard let type = readLine(strippingNewline: true) else { return }
      do {
        try session.perform(
          .review(id, .name(factor: answer, try FactorType.read(type), evidence: nil, under: current)), json: false)
        current = try session.desk.review(of: id).factors.map(\.number).max()
      } catch let trouble as Trouble where trouble.code == .refused || trouble.code == .badInput {
        Output.complain(trouble.message)
      }
    }
  }
}
