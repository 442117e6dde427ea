import Foundation
import Testing

/// A body that a real Alertmanager sent, from `Tests/Fixtures/alertmanager`.
enum CapturedBody: String, CaseIterable {
  case firing, resolved, truncated, watchdog, bare
  case twoFiring = "two-firing"
  case oneResolved = "one-resolved"
  case controlCharacters = "control-characters"

  func bytes() throws -> [UInt8] {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Fixtures/alertmanager")
    return [UInt8](try Data(contentsOf: folder.appending(path: rawValue + ".json")))
  }

  func text() throws -> String { String(decoding: try bytes(), as: UTF8.self) }
}
