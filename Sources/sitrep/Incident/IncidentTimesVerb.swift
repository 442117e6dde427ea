import ArgumentParser
import Commands
import EventLog
import Incidents

struct IncidentTimesVerb: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "times", abstract: "Set or correct the five times.")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var target: IncidentTarget

  @Option(help: ArgumentHelp("Since when users felt it.", valueName: "time"))
  var impactStart: String?

  @Option(help: ArgumentHelp("When it was noticed.", valueName: "time"))
  var detected: String?

  @Option(help: ArgumentHelp("When it was declared.", valueName: "time"))
  var declared: String?

  @Option(help: ArgumentHelp("When users no longer felt it.", valueName: "time"))
  var mitigated: String?

  @Option(help: ArgumentHelp("When it was fully back.", valueName: "time"))
  var resolved: String?

  @Option(help: "exact, minute, approximate or unknown.")
  var precision: String?

  @Option(help: "Why, where a time is corrected.")
  var reason: String?

  func run() throws {
    let session = try Session.open(options)
    let known = try precision.map { text in
      guard let value = Precision(rawValue: text) else {
        throw Trouble(.badInput, "\"\(text)\" is no precision: exact, minute, approximate or unknown.")
      }
      return value
    }
    func point(_ text: String?) throws -> TimePoint? {
      try session.time(text).map { TimePoint($0.at, known ?? $0.precision) }
    }
    let times = IncidentTimes(
      impactStarted: try point(impactStart), detected: try point(detected), declared: try point(declared),
      mitigated: try point(mitigated), resolved: try point(resolved))
    try session.perform(
      .incident(try session.incident(target.incident), SetTimes(times, reason: reason), revision: target.revision),
      json: options.json)
  }
}
