import ArgumentParser

struct CommsVerbs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "comms", abstract: "What people are told, and when they are to hear again.",
    discussion: "Sitrep sends nothing itself: copy a draft to where it goes, then record it with `comms sent`.",
    subcommands: [
      CommsDueVerb.self, CommsDraftVerb.self, CommsCheckVerb.self, CommsSentVerb.self, CommsPaceVerb.self,
      CommsPublishVerb.self,
    ])
}
