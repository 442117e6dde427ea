import ArgumentParser
import Commands
import Review

struct PostMortemExplain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Say why a gap of the post-mortem stays open.")

  @OptionGroup var options: GlobalOptions
  @Argument(help: ArgumentHelp("The incident.", valueName: "n")) var incident: String
  @Argument(help: "The section, as `postmortem draft` and `postmortem review` name it.") var section: String
  @Argument(help: "Why.") var reason: String

  func run() throws {
    let session = try Session.open(options)
    try session.perform(
      .review(try session.incident(incident), .explain(section: section, reason: reason)), json: options.json)
  }
}

struct PostMortemAccept: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "accept", abstract: "Let a finding of the check stand, with a reason.")

  @OptionGroup var options: GlobalOptions
  @Argument(help: ArgumentHelp("The incident.", valueName: "n")) var incident: String
  @Argument(help: "The rule, as B02.") var rule: String
  @Argument(help: "The words, as the check shows them.") var words: String
  @Option(help: "Why.") var reason: String

  func run() throws {
    guard let known = CheckRule(rawValue: rule.uppercased()) else {
      throw Trouble(.badInput, "\"\(rule)\" is no rule: B01 to B18, S01 to S03.")
    }
    let session = try Session.open(options)
    try session.perform(
      .review(try session.incident(incident), .accept(rule: known, words: words, reason: reason)), json: options.json)
  }
}
