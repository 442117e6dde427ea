import Desk
import FoundationEssentials
import Procedures
import Settings

/// The runbooks at hand: the team's folders first, then those that ship with the program.
enum RunbookFolders {
  static func index(_ configuration: Configuration) -> ProcedureShelf {
    let folders = configuration.runbookFolders
    return ProcedureShelf(texts: {
      var texts: [String: String] = [:]
      for folder in folders + shipped {
        for file in files(in: folder) {
          let name = String(file.dropLast(3))
          guard texts[name] == nil, let text = text(of: folder + "/" + file) else { continue }
          texts[name] = text
        }
      }
      return texts.sorted { $0.key < $1.key }.map { (name: $0.key, text: $0.value) }
    })
  }

  /// The text of a file; nil where it cannot be read. What is no UTF-8 is shown with replacement characters.
  static func text(of path: String) -> String? {
    guard let data = FileManager.default.contents(atPath: path) else { return nil }
    return String(decoding: data, as: UTF8.self)
  }

  /// Beside the program as `make install` puts it, and in the checkout that it was built in.
  private static var shipped: [String] {
    guard let program = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe") else { return [] }
    var folder = program[...]
    var candidates: [String] = []
    while let slash = folder.lastIndex(of: "/"), candidates.count < 8 {
      folder = folder[..<slash]
      candidates.append(folder + "/share/sitrep/runbooks")
      if FileManager.default.fileExists(atPath: folder + "/Package.swift") { candidates.append(folder + "/runbooks") }
    }
    return candidates.filter { FileManager.default.fileExists(atPath: $0) }
  }

  private static func files(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
      .filter { $0.hasSuffix(".md") && $0 != "README.md" && !$0.hasPrefix(".") }.sorted()
  }
}
