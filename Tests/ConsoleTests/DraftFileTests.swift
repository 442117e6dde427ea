import Console
import EventLog
import Foundation
import Testing

struct DraftFileTests {
  private static let first = StreamID("incident", "one")
  private static let second = StreamID("incident", "two")
  private let folder = NSTemporaryDirectory() + "/sitrep-drafts-\(UUID().uuidString)"

  private func drafts(_ author: String = "mira") -> DraftFile { DraftFile(folder: folder, author: author) }

  @Test func whatAnotherConsoleKeepsStays() {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    // Two consoles of one person, and one of somebody else under the same login.
    drafts().write([Self.first: "half a line"], insteadOf: [:])
    drafts().write([Self.second: "another"], insteadOf: [:])
    drafts("jon van dam").write([Self.first: "of jon"], insteadOf: [:])
    #expect(drafts().read() == [Self.first: "half a line", Self.second: "another"])
    #expect(drafts("jon van dam").read() == [Self.first: "of jon"])
    #expect(drafts("dam").read().isEmpty)
    drafts("jon van dam").write([:], insteadOf: [Self.first: "of jon"])
    drafts().write([:], insteadOf: [Self.second: "another"])
    #expect(drafts().read() == [Self.first: "half a line"])
  }

  @Test func whatWasDroppedElsewhereDoesNotComeBack() {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    drafts().write([Self.first: "old"], insteadOf: [:])
    let opened = drafts().read()
    drafts().write([:], insteadOf: opened)
    drafts().write([Self.first: "old", Self.second: "new"], insteadOf: opened)
    #expect(drafts().read() == [Self.second: "new"])
  }

  @Test func whatAnotherConsoleWroteSinceIsNotDropped() {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    drafts().write([Self.first: "mine"], insteadOf: [:])
    drafts().write([Self.first: "newer"], insteadOf: [Self.first: "mine"])
    drafts().write([:], insteadOf: [Self.first: "mine"])
    #expect(drafts().read() == [Self.first: "newer"])
  }

  @Test func aConsoleStoppedInTheMiddleOfAWriteHoldsNobodyUp() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    drafts().write([Self.first: "of one"], insteadOf: [:])
    let held = open(folder + "/drafts.json.lock", O_RDWR | O_CLOEXEC)
    try #require(held >= 0)
    defer { close(held) }
    try #require(flock(held, LOCK_EX) == 0)
    drafts().write([Self.second: "of another"], insteadOf: [:])
    #expect(drafts().read() == [Self.first: "of one", Self.second: "of another"])
  }

  @Test func theFileIsPrivateAndGoesWithItsLastDraft() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/drafts.json"
    drafts().write([Self.first: "words"], insteadOf: [:])
    let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    drafts().write([:], insteadOf: [Self.first: "words"])
    #expect(!FileManager.default.fileExists(atPath: path))
  }
}
