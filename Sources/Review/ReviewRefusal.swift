import EventLog

/// Why a post-mortem cannot be rendered, or will not do what was asked.
package enum ReviewRefusal: DomainRefusal {
  case templateIsBroken(line: Int?, what: String)
  case isEmpty(String)
  case noSuchAction(number: Int, count: Int)
  case severalActions(number: Int, texts: [String])
  case noSuchFactor(number: Int, count: Int)
  case noSuchGap(String, known: [String])
  case factorIsPerson(words: String, suggestion: String)
  case dropNeedsReason(number: Int)
  case stageSkipped(from: ReviewStage, to: ReviewStage)
  case backNeedsReason(ReviewStage)
  case noOwner
  case actionLacks(number: Int, what: String)
  case actionOpen(number: Int, text: String)
  case gapsUnexplained([String])
  case textsBeside(HumanSection)

  package var sentence: String {
    switch self {
    case .templateIsBroken(let line, let what):
      "The post-mortem template cannot be read\(line.map { ", line \($0)" } ?? ""): \(what). Mend it, or leave it out to "
        + "use the one that ships."
    case .isEmpty(let what): "\(what) is empty: nothing was recorded."
    case .noSuchAction(let number, let count):
      "There is no action item A\(number): this post-mortem has \(count). `sitrep postmortem action list` shows them."
    case .severalActions(let number, let texts):
      "Two files took the number A\(number) while apart: \(texts.joined(separator: "; ")). Add the one you mean anew and "
        + "drop both."
    case .noSuchFactor(let number, let count): "There is no factor F\(number): this post-mortem has \(count)."
    case .noSuchGap(let section, let known):
      "There is no section \(section) to explain; these there are: \(known.joined(separator: ", "))."
    case .factorIsPerson(let words, let suggestion):
      "A contributing factor is a condition and no person (\"\(words)\"): \(suggestion)."
    case .dropNeedsReason(let number):
      "Dropping action item A\(number) needs a reason, so that the next reader knows why: --drop REASON."
    case .stageSkipped(let from, let to):
      "A post-mortem that is \(from.title.lowercased()) cannot become \(to.title.lowercased()) at once: its stages are "
        + ReviewStage.allCases.map(\.rawValue).joined(separator: ", ") + "."
    case .backNeedsReason(let stage):
      "Going back to \(stage.title.lowercased()) needs a reason: --reason TEXT."
    case .noOwner: "A post-mortem in review needs one owner: give --owner NAME."
    case .actionLacks(let number, let what):
      "It cannot count as reviewed: action item A\(number) lacks \(what). `sitrep postmortem action change` adds it."
    case .actionOpen(let number, let text):
      "It cannot be closed: action item A\(number) is open (\(text)). Finish it with `sitrep postmortem action done`, or "
        + "drop it with a reason."
    case .gapsUnexplained(let gaps):
      "It cannot count as reviewed while these are neither filled nor explained (`sitrep postmortem explain N SECTION "
        + "REASON`): \(gaps.joined(separator: "; "))."
    case .textsBeside(let section):
      "Two texts stand beside each other in \(section.title), each based on the same one: bring them together with "
        + "`sitrep postmortem edit N \(section.rawValue)`."
    }
  }
}
