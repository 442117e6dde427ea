import ArgumentParser
import Commands
import Desk
import EventLog
import Glibc
import Ledger
import Settings

struct DatabaseRestore: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Put a backup in the place of the store; what stood there is kept aside.",
    discussion: """
      The restored store goes on under a new name, and every letter in it is held: nothing leaves again until somebody \
      who has looked at them says `sitrep db restore --release`.
      """)

  @OptionGroup var options: GlobalOptions
  @Argument(help: "The backup.") var file: String?
  @Flag(help: "Let the letters of a restored store leave.") var release = false
  @Option(help: ArgumentHelp("The store's file, which is replaced.", valueName: "store")) var confirm: String?

  func validate() throws {
    guard (file == nil) == release else { throw ValidationError("Name a backup, or say --release.") }
  }

  func run() throws {
    guard let file else { return try releaseLetters() }
    let paths = try Session.places(options)
    let isThere = Surroundings.fileExists(paths.database)
    if isThere {
      Output.complain("this puts \(file) in the place of \(paths.database); what stands there is kept aside.")
      guard try Confirmation.given(confirm, target: paths.database) else {
        throw Trouble(.unconfirmed, "Nothing was restored: repeat it with --confirm \(paths.database).")
      }
    }
    let restore = StoreRestore(
      backup: file, path: paths.database, folds: Desk.folds,
      options: LedgerOptions(isTeam: Surroundings.storeKind(of: paths.database) == .team),
      clock: SystemClock.now, random: SystemRandom.bytes)
    let progress = Progress("checked", unit: "events")
    let report = try troubled { try restore.run { progress.show($0) } }
    progress.end()
    Output.line("\(report.path) restored: \(report.events) events, and a new node, \(report.node).")
    for head in report.heads { Output.line("head \(head)") }
    if let aside = report.keptAside { Output.line("What stood there: \(aside)") }
    Output.line(
      "Letters are held (\(report.lettersHeld) wait): nothing leaves until `sitrep db restore --release`.")
  }

  private func releaseLetters() throws {
    let session = try Session.open(options)
    let actor = session.actor
    let released = try troubled { try session.desk.ledger.writeAndWait { try $0.releaseOutbox(actor: actor) } }
    Output.line(released.map { "\($0) letter(s) released." } ?? "No letter was held.")
  }
}
