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

  /// The path of the file, or why there is none. A second export that differs gets a name of its own.
  func write(_ incident: StreamID) -> Result<String, Trouble> {
    do {
      let draft = try desk.postMortem(of: incident)
      let text = try PostMortemText.markdown(draft)
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      let document = Data(Output.document(text).utf8)
      let path = free(name: (draft.isDrill ? "drill-" : "") + "post-mortem-\(draft.label)", for: document)
      try document.write(to: URL(filePath: path), options: .atomic)
      return .success(path)
    } catch let trouble as Trouble {
      return .failure(trouble)
    } catch {
      return .failure(Trouble.writing(folder, error))
    }
  }

  /// A path that no other text has: what somebody has edited since is never written over.
  private func free(name: String, for document: Data) -> String {
    var path = "\(folder)/\(name).md"
    var number = 2
    while let there = FileManager.default.contents(atPath: path), there != document {
      path = "\(folder)/\(name)-\(number).md"
      number += 1
    }
    return path
  }
}
