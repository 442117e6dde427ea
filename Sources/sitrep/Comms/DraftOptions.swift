import ArgumentParser
import Commands
import Comms
import Desk
import FoundationEssentials

/// What a person says of a message that is to be written, as `draft` and `send` take it.
struct DraftOptions: ParsableArguments {
  @OptionGroup var audience: AudienceOption
  @Option(help: ArgumentHelp("The sentence that only you can know.", valueName: "text")) var say: String?
  @Option(help: ArgumentHelp("What the message calls the incident.", valueName: "text")) var title: String?
  @Option(help: ArgumentHelp("first, update, change, final or correction; else what it is now.", valueName: "kind"))
  var kind: String?
  @Option(help: ArgumentHelp("When you will say more; else what the cadence asks.", valueName: "time"))
  var next: String?
  @Option(help: ArgumentHelp("A value by its name, as in workaround=\"pay by invoice\".", valueName: "name=value"))
  var set: [String] = []
  @Option(
    help: ArgumentHelp("A mustache template; else templates/AUDIENCE.mustache, or what ships.", valueName: "file"))
  var template: String?

  func request(_ session: Session) throws(Trouble) -> DraftRequest {
    DraftRequest(
      try audience.value(), moment: try session.moment(named: kind), given: try given(), sentence: say, title: title,
      nextUpdateAt: try session.timeAhead(next), template: try ownTemplate())
  }

  private func ownTemplate() throws(Trouble) -> String? {
    guard let template else { return nil }
    guard let data = FileManager.default.contents(atPath: template) else {
      throw Trouble(.noSuchFile, "The template \(template) cannot be read.")
    }
    return String(decoding: data, as: UTF8.self)
  }

  private func given() throws(Trouble) -> [String: String] {
    var values: [String: String] = [:]
    for pair in set {
      guard let sign = pair.firstIndex(of: "="), sign != pair.startIndex else {
        throw Trouble(.badInput, "\"\(pair)\" is no value: write for example workaround=\"pay by invoice\".")
      }
      values[String(pair[..<sign])] = String(pair[pair.index(after: sign)...])
    }
    return values
  }

  /// What stands beside a draft: who else writes, what is new in it, what it promises and what speaks against it.
  func notes(_ opened: OpenedDraft, _ session: Session) -> [String] {
    let draft = opened.draft
    var notes = opened.others.map(\.words)
    if say == nil { notes.append("the sentence to change, with --say: \(draft.sentence)") }
    if let last = draft.last {
      let words = draft.difference.map { "\n  " + $0.words }.joined()
      notes.append("what is new since \(session.words(last.at)):" + (words.isEmpty ? " nothing" : words))
    }
    notes.append(draft.nextUpdateAt.map { "it promises more by \(session.words($0))" } ?? "it promises nothing more")
    for name in draft.missing { notes.append("missing: --set \(name)=TEXT") }
    return notes + opened.findings.filter { $0.rule != .gap }.map(\.sentence)
  }
}
