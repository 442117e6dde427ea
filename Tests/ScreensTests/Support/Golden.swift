import Foundation
import Testing

@testable import Screens

/// A screen as it was once looked at and found right: its text, then the letters of its looks.
/// `SITREP_GOLDEN=write` writes them anew.
enum Golden {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Goldens")

  /// The names of all that are kept.
  static func names() throws -> Set<String> {
    Set(try FileManager.default.contentsOfDirectory(atPath: folder.path).map { String($0.dropLast(4)) })
  }

  static func check(_ grid: CellGrid, _ name: String, location: SourceLocation = #_sourceLocation) throws {
    let file = folder.appendingPathComponent(name + ".txt")
    let shown = grid.text + "\n======== looks ========\n" + grid.styleText + "\n"
    if ProcessInfo.processInfo.environment["SITREP_GOLDEN"] == "write" {
      try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      try shown.write(to: file, atomically: true, encoding: .utf8)
      return
    }
    let expected = try String(contentsOf: file, encoding: .utf8)
    #expect(shown == expected, "\(name) looks different:\n\(shown)", sourceLocation: location)
  }
}
