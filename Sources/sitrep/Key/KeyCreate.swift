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

  @Flag(help: "32 characters long, as senders of PagerDuty's Events v2 want their routing key.") var routing = false

  func run() throws {
    let session = try Session.open(options)
    try session.require(.keys)
    let (name, service, rate, routing) = (name, service, rate, routing)
    let secret = try troubled {
      try session.desk.ledger.writeAndWait {
        try $0.createKey(name: name, service: service, rate: rate, isRoutingKey: routing)
      }
    }
    if options.json { return Output.json(.object(["name": .string(name), "key": .string(secret)])) }
    Output.line(secret)
    let use = routing ? "\"routing_key\" to /v2/enqueue" : "\"Authorization: Bearer KEY\""
    Output.complain("this is the only time the key \(name) is shown; send it as \(use).")
  }
}
