import ArgumentParser
import Commands
import Comms
import Desk
import FoundationEssentials

struct CommsPublishVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish", abstract: "Write a status page of your own into a folder: index.html and status.json.",
    discussion: """
      It holds what was recorded for the audience public and nothing else, so any web server may serve the folder; drills \
      are never on it. What on it no longer says how an incident stands is named on standard error.
      """)

  @OptionGroup var options: GlobalOptions
  @Argument(help: ArgumentHelp("The folder; made where it is not there.", valueName: "dir")) var folder: String

  func run() throws {
    guard let session = try Session.openForReading(options) else {
      throw Trouble(.noSuchFile, "There is no store yet: nothing could be published.")
    }
    let published = try session.desk.publicPage()
    let page = published.page
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
    } catch {
      throw Trouble.writing(folder, error)
    }
    try write(published.html, to: "index.html")
    try write(published.json, to: "status.json")
    if options.json {
      Output.json(page.json)
    } else {
      let open = page.items.count { !$0.isOver }
      Output.line("\(folder)/index.html and status.json written: \(open) open, \(page.items.count - open) over.")
    }
    for reminder in published.reminders { Output.complain(reminder) }
  }

  /// Readable by the web server, and never half written.
  private func write(_ text: String, to name: String) throws(Trouble) {
    let path = folder + "/" + name
    do {
      try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
      try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
    } catch {
      throw Trouble.writing(path, error)
    }
  }
}
