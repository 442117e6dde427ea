import ArgumentParser
import Commands
import Desk
import EventLog
import Procedures

struct RunbookShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "A runbook as it was written, or what Sitrep reads in it (--json).")

  @OptionGroup var options: GlobalOptions
  @Argument(help: "Its name, or a Markdown file.") var runbook: String
  @Option(
    name: [.customShort("i"), .long], help: ArgumentHelp("Fill in what this incident knows.", valueName: "n"))
  var incident: String?
  @Option(help: ArgumentHelp("Only the section whose heading holds these words.", valueName: "words"))
  var section: String?

  func run() throws {
    let procedure = try RunbookText.find(runbook, options).procedure
    guard !options.json else { return Output.json(encodable: RunbookJSON(procedure)) }
    guard incident != nil || section != nil else { return Output.text(procedure.source) }
    var values: [String: String] = [:]
    if let incident {
      guard let session = try Session.openForReading(options) else {
        throw Trouble(.noSuchIncident, "There is no incident \(incident).")
      }
      values = try session.desk.values(for: procedure.name, incident: try session.desk.incident(named: incident))
    }
    let text = procedure.filledSource(with: values, section: section)
    guard !text.isEmpty else {
      let titles = procedure.sections.map(\.title).joined(separator: ", ")
      throw Trouble(.noSuchFile, "No section of \(procedure.name) holds these words. It has \(titles).")
    }
    Output.text(text)
  }
}
