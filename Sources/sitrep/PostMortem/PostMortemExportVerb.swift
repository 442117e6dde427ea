import ArgumentParser
import Commands
import Desk
import Review

struct PostMortemExportVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Export the post-mortem as Markdown, HTML or JSON.")

  @OptionGroup var options: GlobalOptions
  @Argument(help: ArgumentHelp("The incident.", valueName: "n")) var incident: String
  @Option(help: "markdown, html (one file that stands alone, for screen and paper) or json.") var format = "markdown"
  @Option(
    name: .shortAndLong, help: ArgumentHelp("The file; standard output where nothing is said.", valueName: "file"))
  var output: String?
  @Flag(help: "Keep people's names instead of roles.") var names = false
  @Flag(
    name: .customLong("public"),
    help: "For readers outside: pseudonyms, nothing hidden, no address that leads inside.")
  var isPublic = false

  func validate() throws {
    if names, isPublic { throw ValidationError("--public has no names: give it or --names.") }
  }

  func run() throws {
    guard let session = try Session.openForReading(options) else {
      throw Trouble(.noSuchIncident, "There is no incident \(incident).")
    }
    let id = try session.desk.incident(named: incident)
    let draft = try isPublic ? session.desk.publicPostMortem(of: id) : session.desk.postMortem(of: id, names: names)
    let text: String
    switch options.json ? "json" : format {
    case "markdown", "md": text = try PostMortemText.markdown(draft)
    case "html": text = try PostMortemText.html(draft)
    case "json": text = draft.json
    default: throw Trouble(.badInput, "\"\(format)\" is no format: markdown, html or json.")
    }
    guard let output else { return Output.text(text) }
    try OutputFile.write(text, to: output)
  }
}
