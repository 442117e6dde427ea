/// What a terminal without UTF-8 shows in place of a scalar: the nearest ASCII character, one for one.
enum ASCIILikeness {
  static func of(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar.value {
    case 0xC0...0x17F: letter(scalar)
    default: signs[scalar]
    }
  }

  private static func letter(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    let offset = Int(scalar.value) - 0xC0
    let letters = latin
    guard letters.indices.contains(offset) else { return nil }
    let likeness = letters[offset]
    return likeness == UInt8(ascii: "?") ? nil : Unicode.Scalar(likeness)
  }

  /// U+00C0 to U+017F, in order.
  private static let latin: [UInt8] = Array(
    ("AAAAAAACEEEEIIIIDNOOOOOxOUUUUYTsaaaaaaaceeeeiiiidnooooo/ouuuuyty"
      + "AaAaAaCcCcCcCcDdDdEeEeEeEeEeGgGgGgGgHhHhIiIiIiIiIiIiJjKkkLlLlLlLlLl"
      + "NnNnNnnNnOoOoOoOoRrRrRrSsSsSsSsTtTtTtUuUuUuUuUuUuWwYyYZzZzZzs").utf8)

  private static let signs: [Unicode.Scalar: Unicode.Scalar] = {
    var signs: [Unicode.Scalar: Unicode.Scalar] = [:]
    let table: [(String, Unicode.Scalar)] = [
      ("‐‑‒–—―−─━┄┅╌╍═", "-"), ("│┃┆┇╎╏║", "|"), ("┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬╭╮╯╰", "+"), ("‘’‚‛′´", "'"), ("“”„‟″«»", "\""),
      ("•●◆■▪·∙", "*"), ("○◇□◻▫", "o"), ("→⇒▶▸›", ">"), ("←⇐◀◂‹", "<"), ("↑▲⇑", "^"), ("↓▼⇓", "v"), ("…", "~"),
      ("✓✔☑", "x"), ("✗✘✕☒", "X"), ("×", "x"), ("≤", "<"), ("≥", ">"), ("≈", "~"), ("¡", "!"), ("¦", "|"),
      ("▁", "_"), ("▂", "."), ("▃", "-"), ("▄", "="), ("▅", "+"), ("▆", "*"), ("▇", "%"), ("█▓▒", "#"), ("░", ":"),
    ]
    for (scalars, likeness) in table {
      for scalar in scalars.unicodeScalars { signs[scalar] = likeness }
    }
    return signs
  }()
}
