package import EventLog
import Incidents

/// A message in 160 characters of the GSM alphabet, as one short message holds them. The next time is never what is cut.
package enum ShortText {
  package static let longest = 160

  package static func text(_ draft: MessageDraft, now: Instant) -> String {
    let drill = draft.isDrill ? "DRILL " : ""
    let label = draft.audience.isOutside ? "" : "\(draft.severity.name) #\(draft.label) "
    let head = gsm(Cut.line("\(drill)\(label)\(draft.state.title): \(draft.sentence)"))
    let tail = draft.nextUpdateAt.map { " Next by \(MessageDraft.time($0, now: now)) UTC" } ?? ""
    return Cut.shortened(head, to: longest - length(tail), mark: "...", measure: width) + tail
  }

  /// How much of a short message a text takes: a few characters count twice.
  package static func length(_ text: String) -> Int {
    text.reduce(0) { $0 + width($1) }
  }

  private static func width(_ character: Character) -> Int { extended.contains(character) ? 2 : 1 }

  /// The text in the GSM alphabet: what it has not is written by what is nearest, or as a question mark.
  package static func gsm(_ text: String) -> String {
    var result = ""
    for character in text {
      // The member of the alphabet is taken, for the same letter may be written in two pieces.
      if let known = basic.firstIndex(of: character) {
        result.append(basic[known])
      } else if extended.contains(character) {
        result.append(character)
      } else if let other = others[character] {
        result += other
      } else {
        result.append(letters[character] ?? "?")
      }
    }
    return result
  }

  private static let basic: Set<Character> = Set(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 \n@£$¥èéùìòÇØøÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ!\"#¤%&'()*+,-./:;<=>"
      + "?¡ÄÖÑÜ§¿äöñüà")
  private static let extended: Set<Character> = Set("^{}\\[~]|€")

  private static let others: [Character: String] = [
    "’": "'", "‘": "'", "“": "\"", "”": "\"", "„": "\"", "«": "\"", "»": "\"", "–": "-", "—": "-", "‑": "-", "…": "...",
    "→": "->", "←": "<-", "\u{A0}": " ", "\t": " ", "\r": " ", "•": "-", "×": "x", "≤": "<=", "≥": ">=", "`": "'",
    "œ": "oe", "Œ": "OE", "ł": "l", "Ł": "L",
  ]

  private static let letters: [Character: Character] = {
    var letters: [Character: Character] = [:]
    let rows = [
      ("a", "áâãāăą"), ("c", "çćčĉ"), ("d", "ďđ"), ("e", "êëēėęě"), ("g", "ğģ"), ("i", "íîïīįı"), ("k", "ķ"),
      ("l", "ĺľļ"),
      ("n", "ńňņ"), ("o", "óôõōő"), ("r", "ŕř"), ("s", "śšşș"), ("t", "ťţț"), ("u", "úûūůűų"), ("y", "ýÿ"),
      ("z", "źžż"),
    ]
    for (letter, accented) in rows {
      for character in accented {
        letters[character] = Character(letter)
        if let upper = character.uppercased().first, character.uppercased().count == 1 {
          letters[upper] = Character(letter.uppercased())
        }
      }
    }
    return letters
  }()
}
