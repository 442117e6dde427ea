/// Texts that would move a cursor, open a link, write the clipboard or turn the reading direction of a terminal.
enum HostileText {
  static let all: [String] = [
    "\u{1b}[5;31mM", "\u{1b}[2JM", "\u{1b}[HM", "\u{1b}]0;M\u{7}", "\u{1b}]2;M\u{1b}\\", "\u{1b}]52;c;M\u{7}",
    "\u{1b}]8;;http://M/\u{7}", "\u{1b}PM\u{1b}\\", "\u{1b}_M\u{1b}\\", "\u{1b}cM", "\u{1b}(0M", "\u{1b}[?1049lM",
    "\u{1b}[cM", "\u{9b}31mM", "\u{9d}0;M\u{9c}", "M\u{7}bel", "M\u{8}\u{8}\u{8}bs", "M\rcr", "M\u{7f}del",
    "M\u{b}vt", "\u{e}M", "\u{202e}M", "\u{2067}M", "\u{2028}M", "M\nsitrep: all is well", "M\u{200b}\u{feff}zero",
    "M\u{61c}\u{200e}marks", "M\u{2029}paragraph", "M\tq",
  ]

  /// The scalars of a text that must never reach a terminal; line feeds, which end the lines, are none.
  static func forbidden(in text: String) -> [Unicode.Scalar] {
    text.unicodeScalars.filter {
      $0 != "\n"
        && [.control, .format, .lineSeparator, .paragraphSeparator, .surrogate].contains($0.properties.generalCategory)
    }
  }
}
