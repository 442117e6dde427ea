import Commands
import Desk
import EventLog
import FoundationEssentials
import Review
import Settings

/// Writes post-mortems into the export folder, for the console's two keys.
struct PostMortemExport: Sendable {
  private let desk: Desk
  private let folder: String

  init(_ session: Session) {
    desk = session.desk
    folder = session.paths.exports
  }

  /// The path of the file, or why there is none. A second export of the same incident replaces the first.
  func write(_ incident: StreamID) -> Result<String, Trouble> {
    do {
      let draft = try desk.postMortem(of: incident)
      let text = try PostMortemText.markdown(draft)
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      let path = "\(folder)/post-mortem-\(draft.label).md"
      try Data(Output.document(text).utf8).write(to: URL(filePath: path), options: .atomic)
      return .success(path)
    } catch let trouble as Trouble {
      return .failure(trouble)
    } catch {
      return .failure(Trouble.writing(folder, error))
    }
  }
}
