package import OnCall

/// What a person without a known login answers when a team's store asks who they are.
package enum PersonChoice: Hashable, Sendable {
  case person(String)
  /// Only to look: nothing can be changed.
  case look
  /// No such person.
  case unclear

  /// The question, a line each.
  package static func question(login: String, team: Rota) -> [String] {
    ["The login '\(login)' belongs to nobody in oncall.yaml. Who are you? It is asked once and recorded as said."]
      + team.people.enumerated().map { place, person in
        "  \(place + 1)  \(person.name)\(person.fullName.map { ", \($0)" } ?? "")"
      } + ["Type the number or the name; Enter alone to look without changing anything."]
  }

  package init(_ answer: String, team: Rota) {
    let words = answer.split { $0.isWhitespace }
    guard let word = words.first else {
      self = .look
      return
    }
    let byNumber = Int(word).flatMap { team.people.indices.contains($0 - 1) ? team.people[$0 - 1] : nil }
    let chosen = words.count == 1 ? team.person(named: String(word)) ?? byNumber : nil
    self = chosen.map { .person($0.name) } ?? .unclear
  }
}
