import Commands
import EventLog
import OnCall

extension PlainConversation {
  /// Words about the rota as a whole or one of its shifts; shifts go by the number that `oncall` listed them under.
  mutating func onRota(_ word: PlainWord, _ text: String) -> PlainTurn {
    switch word.word {
    case "take": return perform(.rota(TakeOver()))
    case "handoff": return perform(.rota(OfferHandoff(to: text.isEmpty ? nil : text)))
    case "seen": return perform(.rota(SeeNotices()))
    case "takeover", "withdraw": return ask(.onCall, .rota(id: word.id, text))
    default:
      // A number means what was read out, so it is read out first.
      guard let rota else { return ask(.onCall, .rota(id: word.id, text)) }
      return onShift(word, text, rota)
    }
  }

  /// Goes on with a word that had to see the rota first.
  mutating func run(onRota page: OnCallPage, id: String, _ text: String) -> PlainTurn {
    switch id {
    case "oncall.accept" where page.offerForUser != nil, "oncall.decline" where page.offerForUser != nil:
      return perform(id, Situation(place: .onCall, onCall: page), .init(text: text))
    case "oncall.accept": return perform(.rota(AcceptHandoff(reason: text)))
    case "oncall.decline":
      let own = page.offers.first { $0.from == page.user }
      if let own, !own.isHandoff { return perform(.rota(WithdrawSwap(own.id, reason: text))) }
      return perform(.rota(WithdrawHandoff(own?.role ?? .primary, reason: text)))
    default:
      rota = page
      let form = PlainWord.all.first { $0.id == id }.map { "\($0.word) \($0.form)" } ?? ""
      return PlainTurn(PlainScreen.shifts(of: page) + ["Say which: \(form)"])
    }
  }

  private mutating func onShift(_ word: PlainWord, _ text: String, _ page: OnCallPage) -> PlainTurn {
    let words = text.split(separator: " ", maxSplits: 1).map(String.init)
    guard let number = words.first.flatMap({ Int($0) }), page.shifts.indices.contains(number - 1), words.count > 1
    else {
      return PlainTurn(PlainScreen.shifts(of: page) + ["Say which: \(word.word) \(word.form)"])
    }
    return perform(
      word.id, Situation(place: .onCall, onCall: page, shift: page.shifts[number - 1]), .init(text: words[1]))
  }

  private mutating func perform(
    _ id: String, _ situation: Situation, _ given: RegisteredCommand.Given
  ) -> PlainTurn {
    guard let command = Registry.command(id), case .command(let make) = command.action else { return PlainTurn() }
    if let obstacle = Registry.obstacle(to: command, in: situation) { return PlainTurn(["Not done: \(obstacle)."]) }
    switch make(situation, given) {
    case .failure(let trouble): return PlainTurn([PlainScreen.safe(trouble.message)])
    case .success(let command):
      // What is changed moves the numbers.
      rota = nil
      return perform(command)
    }
  }
}
