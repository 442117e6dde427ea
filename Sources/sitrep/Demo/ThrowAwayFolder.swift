import Commands
import FoundationEssentials
import Glibc

/// A folder of its own for a store that nobody will miss.
struct ThrowAwayFolder {
  let path: String

  /// - Throws: trouble where none can be made.
  init() throws(Trouble) {
    let environment = Surroundings.environment["TMPDIR"].flatMap { $0.isEmpty ? nil : $0 }
    let parent = environment ?? "/tmp"
    var template = Array((parent + "/sitrep-demo-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else {
      throw Trouble(.cannotCreate, "No folder can be made in \(parent): name another with TMPDIR.")
    }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  func remove() { try? FileManager.default.removeItem(atPath: path) }
}
