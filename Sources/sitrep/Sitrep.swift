import ArgumentParser

/// The incident console for the terminal. Without a verb it opens the console.
struct Sitrep: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sitrep",
    abstract: "The incident console for the terminal.",
    discussion: """
      Without a verb it opens the console. Sitrep keeps its data in one file, needs no network, and has no phone of \
      its own: it wakes nobody but for services that name it as their pager.
      """,
    version: BuildVersion.text,
    groupedSubcommands: [
      CommandGroup(
        name: "In the incident:",
        subcommands: [Ack.self, LogVerb.self, Next.self, PageVerb.self, BoardVerb.self, IncidentVerbs.self]),
      CommandGroup(
        name: "Around it:",
        subcommands: [
          OnCallVerbs.self, SilenceVerbs.self, MaintenanceVerbs.self, CommsVerbs.self, RunbookVerbs.self,
          PostMortemVerbs.self, ReportVerb.self,
        ]),
      CommandGroup(
        name: "Running it:",
        subcommands: [
          ConsoleVerb.self, Demo.self, Serve.self, Doctor.self, DatabaseVerbs.self, KeyVerbs.self, LetterVerbs.self,
          ConfigVerbs.self,
        ]),
    ],
    defaultSubcommand: ConsoleVerb.self)
}
