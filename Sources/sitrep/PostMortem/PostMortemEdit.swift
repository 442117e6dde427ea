import ArgumentParser
import Commands
import Desk
import EventLog
import FoundationEssentials
import Review

struct PostMortemEdit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edit", abstract: "Write the sections that people write, in $EDITOR or from a file.",
    discussion: """
      Every save is a version, based on the text that its author had before them. Where somebody else has saved \
      meanwhile both texts are kept, and the next edit brings them together. Sections: \
      \(HumanSection.allCases.map(\.rawValue).joined(separator: ", ")).
      """)

  @OptionGroup var options: GlobalOptions
  @Argument(help: ArgumentHelp("The incident.", valueName: "n")) var incident: String
  @Argument(help: "The section; all of them where nothing is said.") var section: String?
  @Option(help: ArgumentHelp("Take the text from a file; - is standard input.", valueName: "file")) var file: String?
  @Option(
    help: ArgumentHelp(
      "The version the text is based on, where it is not the last; none for the first.", valueName: "id"))
  var base: String?

  func run() throws {
    let session = try Session.open(options)
    let id = try session.incident(incident)
    let before = try session.desk.review(of: id)
    let wanted =
      try section.map { text in
        guard let known = HumanSection(text) else {
          let all = HumanSection.allCases.map(\.rawValue).joined(separator: ", ")
          throw Trouble(.badInput, "\"\(text)\" is no section that people write: \(all).")
        }
        return [known]
      } ?? HumanSection.allCases
    guard let text = try edited(SectionSheet(wanted, of: before)) else { return Output.line("Nothing changed.") }
    let texts = SectionSheet.read(text, only: wanted.count == 1 ? wanted.first : nil)
    guard !texts.isEmpty else {
      throw Trouble(.badInput, "No section's heading stands in the text; nothing was recorded.")
    }
    for (section, text) in texts.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      if before.text(of: section) ?? "" == text { continue }
      let isTorn = before.heads(of: section).count > 1 && base == nil
      let change: ReviewChange =
        isTorn ? .merge(section, text: text) : .save(section, text: text, base: try given(section, before))
      try session.perform(.review(id, change), json: options.json)
    }
  }

  private func given(_ section: HumanSection, _ before: ReviewRecord) throws -> EventID? {
    guard let base else { return before.base(of: section) }
    if base == "none" { return nil }
    guard let id = EventID(base), before.versions.contains(where: { $0.id == id && $0.section == section }) else {
      throw Trouble(.badInput, "\"\(base)\" is no version of \(section.title).")
    }
    return id
  }

  private func edited(_ sheet: SectionSheet) throws -> String? {
    switch file {
    case "-": return String(decoding: FileHandleReading.standardInput(), as: UTF8.self)
    case let path?:
      guard let data = FileManager.default.contents(atPath: path) else {
        throw Trouble(.noSuchFile, "\(path) cannot be read.")
      }
      return String(decoding: data, as: UTF8.self)
    case nil: return try TextEditor.edit(sheet.text, suffix: "md")
    }
  }
}
