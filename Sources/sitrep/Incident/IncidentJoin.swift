import ArgumentParser
import Commands
import EventLog
import Incidents

struct IncidentJoin: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "join", abstract: "Say where people meet, or print it.")

  @OptionGroup var options: GlobalOptions
  @OptionGroup var target: IncidentTarget

  @Option(help: ArgumentHelp("The bridge to dial in.", valueName: "url"))
  var bridge: String?

  @Option(help: ArgumentHelp("The channel to read.", valueName: "name"))
  var channel: String?

  func run() throws {
    if bridge == nil, channel == nil { return try show() }
    let session = try Session.open(options)
    try session.perform(
      .incident(
        try session.incident(target.incident), SetMeetingPoint(bridgeURL: bridge, channel: channel),
        revision: target.revision), json: options.json)
  }

  private func show() throws {
    guard let session = try Session.openForReading(options) else {
      throw Trouble(.noSuchIncident, "There is no incident \(target.incident).")
    }
    let detail = try session.detail(try session.incident(target.incident), entries: 1)
    if options.json {
      Output.json(.object(["bridge_url": .text(detail.bridgeURL), "channel": .text(detail.channel)]))
    } else {
      let places = [detail.bridgeURL, detail.channel].compactMap { $0 }
      Output.lines(places.isEmpty ? ["Nowhere yet: --bridge URL and --channel NAME say where."] : places)
    }
  }
}
