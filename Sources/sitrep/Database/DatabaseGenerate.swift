import ArgumentParser
import Commands
import Desk

struct DatabaseGenerate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate", abstract: "Fill an empty store with a believable past, for benchmarks and pictures.")

  @OptionGroup var options: GlobalOptions
  @Option(help: "How many incidents.") var incidents = 100
  @Option(help: "About how many events in all.") var events = 10_000
  @Option(help: "The same seed gives the same past.") var seed: UInt64 = 1

  func validate() throws {
    guard (1...1_000_000).contains(incidents), (0...100_000_000).contains(events) else {
      throw ValidationError("--incidents wants 1 to 1000000, --events 0 to 100000000.")
    }
  }

  func run() throws {
    guard options.db != nil || Surroundings.environment["SITREP_DB"]?.isEmpty == false else {
      throw Trouble(.refused, "Name the file to fill with --db FILE: generated incidents never go into a real store.")
    }
    let session = try Session.open(options)
    let progress = Progress("generated", unit: "events")
    try session.desk.generate(incidents: incidents, events: events, seed: seed) { progress.show($0) }
    progress.end()
  }
}
