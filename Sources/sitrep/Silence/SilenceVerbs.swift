import ArgumentParser
import Commands
import Desk
import Incidents

struct SilenceVerbs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "silence", abstract: "What wakes nobody for a while. Nothing is hidden by it.",
    subcommands: [Add.self, List.self, End.self])

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: "Keep pages back for a while about something that is known.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var adding: SilenceAdding

    func run() throws { try adding.add(.silence, options) }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "Silences in force or to come, with what they kept back.")

    @OptionGroup var options: GlobalOptions

    func run() throws { try SilenceListing.show(.silence, options) }
  }

  struct End: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "end", abstract: "End a silence before its time.")

    @OptionGroup var options: GlobalOptions
    @Argument(help: "Its id, or the beginning of it, as `sitrep silence list` shows it.") var id: String
    @Option(help: "Why it ends now.") var reason: String?

    func run() throws {
      let session = try Session.open(options)
      let silence = try SilenceName.silence(id, .silence, session)
      let outcome = try session.desk.performAndWait(
        .endSilence(silence, EndSilence(reason: reason)), by: session.actor)
      Output.line(outcome.sentence)
    }
  }
}
