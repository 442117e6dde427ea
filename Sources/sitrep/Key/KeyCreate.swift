import ArgumentParser
import Commands
import Desk
import EventLog
import Ledger
import Settings

struct KeyCreate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "create", abstract: "Make a key; it is shown once and kept only as a hash.")

  @OptionGroup var options: GlobalOptions
  @Argument(help: "What it is for.") var name: String
  @Option(help: "The service that its alerts are about.") var service: String?
  @Option(help: "The most requests a minute.") var rate: Int?

  func run() throws {
    let session = try Session.open(options)
    try session.require(.keys)
    let (name, service, rate) = (name, service, rate)
    let secret = try troubled {
      try session.desk.ledger.writeAndWait { try $0.createKey(name: name, service: service, rate: rate) }
    }
    if options.json { return Output.json(.object(["name": .string(name), "key": .string(secret)])) }
    Output.line(secret)
    Output.complain("this is the only time the key \(name) is shown; send it as \"Authorization: Bearer KEY\".")
  }
}
