import ArgumentParser

struct PostMortemVerbs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "postmortem", abstract: "The post-mortem, drafted from the timeline.",
    subcommands: [
      PostMortemList.self, PostMortemDraft.self, PostMortemEdit.self, PostMortemCheckVerb.self, PostMortemFactor.self,
      PostMortemAction.self, PostMortemReview.self, PostMortemExplain.self, PostMortemAccept.self,
      PostMortemExportVerb.self, PostMortemImportVerb.self,
    ])
}
