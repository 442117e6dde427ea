import ArgumentParser
import Commands
import Console
import Desk
import EventLog
import FoundationEssentials
import Glibc
import Ledger
import Screens
import Settings
import Terminal

/// Opens the console; what `sitrep` does without a verb.
struct ConsoleVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "console", abstract: "Open the console (what sitrep does without a verb).")

  @OptionGroup var options: GlobalOptions

  func run() throws {
    // Before any thread exists: none of them may take a signal that the loop waits for.
    if !options.wantsLines { ProcessSignals.block() }
    let session = try Session.open(options)
    defer { session.desk.ledger.close() }
    // While nothing else watches, whoever has a console open does.
    let watch = BesideWatch.begin(session) { Output.complain($0) }
    defer { watch?.end() }
    let code = try options.wantsLines ? PlainConsole(session).run() : ScreenConsole(session, options).run()
    if code != 0 { throw ExitCode(code) }
  }
}

extension GlobalOptions {
  /// Lines instead of a screen: asked for, or because nothing here can show one.
  var wantsLines: Bool {
    let term = Surroundings.environment["TERM"] ?? ""
    return plain || isatty(0) != 1 || isatty(1) != 1 || term.isEmpty || term == "dumb"
  }
}
