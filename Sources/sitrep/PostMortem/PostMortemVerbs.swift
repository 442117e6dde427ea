import ArgumentParser

struct PostMortemVerbs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "postmortem", abstract: "The post-mortem, drafted from the timeline.",
    subcommands: [PostMortemDraft.self, PostMortemExportVerb.self])
}
