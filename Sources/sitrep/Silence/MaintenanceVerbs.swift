import ArgumentParser
import Commands
import Desk
import Incidents

struct MaintenanceVerbs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "maintenance", abstract: "Planned work, during which its pages are kept back.",
    subcommands: [Add.self, List.self, End.self])

  struct Add: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "add", abstract: "Announce work during which pages about it are kept back.")

    @OptionGroup var options: GlobalOptions
    @OptionGroup var adding: SilenceAdding

    func run() throws { try adding.add(.maintenance, options) }
  }

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "Maintenance under way or announced, with what it kept back.")

    @OptionGroup var options: GlobalOptions

    func run() throws { try SilenceListing.show(.maintenance, options) }
  }

  struct End: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "end", abstract: "End maintenance before its time.")

    @OptionGroup var options: GlobalOptions
    @Argument(help: "Its id, or the beginning of it, as `sitrep maintenance list` shows it.") var id: String
    @Option(help: "Why it ends now.") var reason: String?

    func run() throws {
      let session = try Session.open(options)
      let silence = try SilenceName.silence(id, .maintenance, session)
      let outcome = try session.desk.performAndWait(
        .endSilence(silence, EndSilence(reason: reason)), by: session.actor)
      Output.line(outcome.sentence)
    }
  }
}
