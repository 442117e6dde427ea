import ArgumentParser

struct CommsVerbs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "comms", abstract: "What people are told, and when they are to hear again.",
    discussion: "`send` sends a draft by the channels of its audience; what went another way is recorded with `sent`.",
    subcommands: [
      CommsDueVerb.self, CommsDraftVerb.self, CommsCheckVerb.self, CommsSendVerb.self, CommsSentVerb.self,
      CommsPaceVerb.self,
      CommsPublishVerb.self,
    ])
}
