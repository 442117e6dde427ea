import Commands
import Foundation
import Testing

/// The tables of keys in `docs/guide.md` are the registry's own words. `make docs` writes them anew.
struct GuideTests {
  private static let begin = "<!-- keys: written by `make docs` from the registry -->"
  private static let end = "<!-- keys: end -->"

  private static var guide: URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "docs/guide.md")
  }

  @Test func theGuideShowsTheRegistry() throws {
    let text = try String(contentsOf: Self.guide, encoding: .utf8)
    let start = try #require(text.range(of: Self.begin)).upperBound
    let stop = try #require(text.range(of: Self.end, range: start..<text.endIndex)).lowerBound
    let tables = "\n\n" + Self.tables + "\n\n"
    if ProcessInfo.processInfo.environment["SITREP_WRITE_GUIDE"] == "1" {
      let written = text.replacingCharacters(in: start..<stop, with: tables)
      try written.write(to: Self.guide, atomically: true, encoding: .utf8)
    } else {
      #expect(text[start..<stop] == tables, "docs/guide.md differs from the registry: make docs")
    }
  }

  @Test func everyCommandIsInTheGuide() {
    for command in Registry.all { #expect(Self.tables.contains(command.title), "\(command.id)") }
  }

  private static var tables: String {
    let everywhere = Set(RegisteredCommand.Place.allCases)
    let common = Registry.all.filter { $0.places == everywhere }
    let places: [(String, RegisteredCommand.Place)] = [
      ("The incident list", .list), ("The incident room", .room), ("A message", .messages), ("The runbooks", .runbooks),
      ("The stepper", .stepper), ("On call", .onCall), ("The past", .past), ("The board", .board),
    ]
    let own = places.compactMap { title, place -> String? in
      let commands = Registry.all.filter { $0.places != everywhere && $0.places.contains(place) }
      return commands.isEmpty ? nil : table(title, commands)
    }
    return ([table("Everywhere", common)] + own).joined(separator: "\n\n")
  }

  private static func table(_ title: String, _ commands: [RegisteredCommand]) -> String {
    let lines = commands.map { command in
      let keys = command.keys.map { "`\($0)`" }.joined(separator: " ")
      let help = command.help.replacingOccurrences(of: "|", with: "\\|")
      return "| \(keys) | \(command.title) | \(help) | \(command.verb.map { "`\($0)`" } ?? "") |"
    }
    let head = ["### \(title)", "", "| key | | what it does | verb |", "|---|---|---|---|"]
    return (head + lines).joined(separator: "\n")
  }
}
