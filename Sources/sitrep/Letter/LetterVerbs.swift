import ArgumentParser

struct LetterVerbs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "letter", abstract: "What Sitrep sends to the outside, and what became of it.",
    subcommands: [LetterList.self, LetterReplay.self])
}
