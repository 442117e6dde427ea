import ArgumentParser
import Commands
import EventLog
import Incidents

struct CommsPaceVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pace", abstract: "How often people hear: the commander's word, two hours after the declaration.",
    discussion: """
      In a long incident a message may promise the next one up to four hours later. `regular` goes back to the cadence; \
      what was promised stays promised.
      """)

  @OptionGroup var options: GlobalOptions
  @OptionGroup var target: IncidentTarget
  @Argument(help: "long or regular.") var pace: String
  @Option(help: "Why, for those who were not here.") var reason: String?

  func run() throws {
    guard pace == "long" || pace == "regular" else {
      throw Trouble(.badInput, "\"\(pace)\" is no pace: long or regular.")
    }
    let session = try Session.open(options)
    try session.perform(
      .incident(
        try session.incident(target.incident), PaceUpdates(isLong: pace == "long", reason: reason),
        revision: target.revision),
      json: options.json)
  }
}
