import ArgumentParser
import Commands
import Desk
import Ledger
import Settings

struct KeyRevoke: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "revoke", abstract: "Make a key worthless.")

  @OptionGroup var options: GlobalOptions
  @Argument(help: "Its name.") var name: String

  func run() throws {
    let session = try Session.open(options)
    try session.require(.keys)
    let name = name
    guard try troubled({ try session.desk.ledger.writeAndWait { try $0.revokeKey(name: name) } }) else {
      throw Trouble(.noSuchFile, "There is no key \(name). `sitrep key list` shows them.")
    }
    Output.line("\(name) is revoked.")
  }
}
