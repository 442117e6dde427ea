import Commands
import Glibc

/// What cannot be taken back wants its target said again: with --confirm, or typed on a terminal.
enum Confirmation {
  /// - Throws: a refusal where the word given is another one.
  static func given(_ word: String?, target: String) throws(Trouble) -> Bool {
    if let word {
      guard word == target else {
        throw Trouble(.unconfirmed, "Nothing was done: --confirm says \(word), the target is \(target).")
      }
      return true
    }
    guard isatty(0) == 1, isatty(2) == 1 else { return false }
    Output.complain("type \(target) to go on, anything else to leave it.")
    return readLine(strippingNewline: true) == target
  }
}
