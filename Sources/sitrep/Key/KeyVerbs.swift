import ArgumentParser
import Commands
import EventLog
import Ledger

struct KeyVerbs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "key", abstract: "Keys that machines send alerts with.",
    subcommands: [KeyCreate.self, KeyList.self, KeyRevoke.self])
}

struct KeyCreate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "create", abstract: "Make a key; it is shown once and kept only as a hash.")

  @OptionGroup var options: GlobalOptions
  @Argument(help: "What it is for.") var name: String
  @Option(help: "The service that its alerts are about.") var service: String?
  @Option(help: "The most requests a minute.") var rate: Int?

  func run() throws {
    let session = try Session.open(options)
    let (name, service, rate) = (name, service, rate)
    let secret = try troubled {
      try session.desk.ledger.writeAndWait { try $0.createKey(name: name, service: service, rate: rate) }
    }
    if options.json { return Output.json(.object(["name": .string(name), "key": .string(secret)])) }
    Output.line(secret)
    Output.complain("this is the only time the key \(name) is shown; send it as \"Authorization: Bearer KEY\".")
  }
}

struct KeyList: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "list", abstract: "All keys, without their secrets.")

  @OptionGroup var options: GlobalOptions

  func run() throws {
    guard let session = try Session.openForReading(options) else {
      return options.json ? Output.json(.array([])) : ()
    }
    let keys = try troubled { try session.desk.ledger.read { try $0.keys() } }
    if options.json {
      return Output.json(
        .array(
          keys.map {
            .object([
              "name": .string($0.name), "service": .text($0.service),
              "rate": $0.rate.map { .integer(Int64($0)) } ?? .null, "created_at": .time($0.createdAt),
              "revoked_at": .time($0.revokedAt), "last_used_at": .time($0.lastUsedAt), "uses": .integer(Int64($0.uses)),
            ])
          }))
    }
    guard !keys.isEmpty else { return Output.line("No keys. On this host alone, serve takes alerts without one.") }
    Output.lines(
      PlainTable.table(
        ["NAME", "SERVICE", "LAST USED", "STATE"],
        keys.map { [$0.name, $0.service ?? "any", $0.lastUsedAt?.rfc3339 ?? "never", $0.isValid ? "valid" : "revoked"] }))
  }
}

struct KeyRevoke: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "revoke", abstract: "Make a key worthless.")

  @OptionGroup var options: GlobalOptions
  @Argument(help: "Its name.") var name: String

  func run() throws {
    let session = try Session.open(options)
    let name = name
    guard try troubled({ try session.desk.ledger.writeAndWait { try $0.revokeKey(name: name) } }) else {
      throw Trouble(.noSuchFile, "There is no key \(name). `sitrep key list` shows them.")
    }
    Output.line("\(name) is revoked.")
  }
}
