import ArgumentParser
import Commands
import Desk
import EventLog
import Incidents

/// What silences and maintenance windows are added with.
struct SilenceAdding: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "What it is about, all of it: service=checkout, rule!=Disk*, severity=SEV3, number=42, title=*lag*.",
      valueName: "matcher"))
  var matchers: [String] = []
  @Option(name: .customLong("for"), help: ArgumentHelp("How long: 2h, 3d; 14 days at most.", valueName: "span"))
  var length: String?
  @Option(help: ArgumentHelp("Its end, in place of --for.", valueName: "time")) var until: String?
  @Option(help: ArgumentHelp("Its beginning; now where nothing is said.", valueName: "time")) var from: String?
  @Option(help: "Why: whoever wonders why nobody was woken reads it.") var reason: String?

  func add(_ kind: Silence.Kind, _ options: GlobalOptions) throws {
    let session = try Session.open(options)
    let read = try matchers.map(Self.matcher)
    let from = try session.timeAhead(from)
    let add: AddSilence
    switch (length, until) {
    case (let length?, nil):
      add = AddSilence(kind, matchers: read, from: from, length: try session.length(length), reason: reason ?? "")
    case (nil, let until?):
      let end = try session.timeAhead(until) ?? SystemClock.now()
      add = AddSilence(kind, matchers: read, from: from, until: end, reason: reason ?? "")
    default: throw Trouble(.usage, "Say when it ends: --for 2h, or --until 15:00.")
    }
    let outcome = try session.desk.performAndWait(.addSilence(add), by: session.actor)
    Output.line(outcome.sentence)
    for matcher in read where matcher.field == .service && !matcher.isNegated && !matcher.value.contains("*") {
      session.warn(
        ofUnknownService: matcher.value,
        "Nothing is kept back until an incident names it; sitrep \(kind.rawValue) end takes it back.")
    }
    Output.line("It keeps pages back of incidents that it fits; they stay in sight, and are paged when it ends.")
  }

  private static func matcher(_ text: String) throws(Trouble) -> SilenceMatcher {
    guard let matcher = SilenceMatcher(text) else {
      let fields = SilenceMatcher.Field.allCases.map(\.rawValue).joined(separator: ", ")
      throw Trouble(
        .badInput, "\"\(text)\" is no condition: write service=checkout or rule!=Disk*. It may ask for \(fields).")
    }
    return matcher
  }
}
