/// The signs of our own that a screen is drawn with: one set for UTF-8 terminals, one for all others.
package enum Glyphs: UInt8, CaseIterable, Hashable, Sendable {
  case unicode, ascii

  private var isUnicode: Bool { self == .unicode }

  /// Stands at the end of a text that did not fit.
  package var ellipsis: Unicode.Scalar { isUnicode ? "…" : "~" }
  package var bullet: Unicode.Scalar { isUnicode ? "•" : "*" }
  package var separator: Unicode.Scalar { isUnicode ? "·" : "-" }
  package var arrow: Unicode.Scalar { isUnicode ? "→" : ">" }
  package var backArrow: Unicode.Scalar { isUnicode ? "←" : "<" }
  package var upArrow: Unicode.Scalar { isUnicode ? "↑" : "^" }
  package var downArrow: Unicode.Scalar { isUnicode ? "↓" : "v" }
  package var horizontalRule: Unicode.Scalar { isUnicode ? "─" : "-" }
  package var verticalRule: Unicode.Scalar { isUnicode ? "│" : "|" }
  package var topLeft: Unicode.Scalar { isUnicode ? "┌" : "+" }
  package var topRight: Unicode.Scalar { isUnicode ? "┐" : "+" }
  package var bottomLeft: Unicode.Scalar { isUnicode ? "└" : "+" }
  package var bottomRight: Unicode.Scalar { isUnicode ? "┘" : "+" }
  /// Marks of a step: done, failed, not yet touched, left out.
  package var check: Unicode.Scalar { isUnicode ? "✓" : "x" }
  package var cross: Unicode.Scalar { isUnicode ? "✗" : "!" }
  package var open: Unicode.Scalar { isUnicode ? "○" : "o" }
  package var skipped: Unicode.Scalar { isUnicode ? "–" : "-" }
  /// A step of an option that was not taken.
  package var notTaken: Unicode.Scalar { isUnicode ? "·" : "." }
  /// In front of the selected row.
  package var marker: Unicode.Scalar { ">" }
  /// Shown for what cannot be shown.
  package var replacement: Unicode.Scalar { isUnicode ? "□" : "?" }
  /// Shown for a line's end inside a text that has one line only.
  package var newline: Unicode.Scalar { isUnicode ? "␊" : " " }
  /// Rising bars, lowest first.
  package var bars: [Unicode.Scalar] {
    isUnicode ? ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"] : ["_", ".", "-", "=", "+", "*", "%", "#"]
  }

  /// A visible picture of a control character, such as ␛ for escape.
  func picture(of control: Unicode.Scalar) -> Unicode.Scalar {
    guard isUnicode else { return "?" }
    if control.value == 0x7F { return "␡" }
    return control.value < 0x20 ? Unicode.Scalar(0x2400 + control.value) ?? replacement : replacement
  }

  /// One bar for each value, scaled from the smallest to the largest; what is not a finite number shows as a blank.
  package func sparkline(_ values: [Double]) -> String {
    let finite = values.filter { $0.isFinite }
    guard let least = finite.min(), let most = finite.max() else { return String(repeating: " ", count: values.count) }
    let bars = bars
    // Halved, as the distance between two large numbers may be more than a number holds.
    let range = most / 2 - least / 2
    var line = String.UnicodeScalarView()
    for value in values {
      guard value.isFinite else {
        line.append(" ")
        continue
      }
      let share = range > 0 ? (value / 2 - least / 2) / range : 0
      line.append(bars[min(bars.count - 1, Int(share * Double(bars.count)))])
    }
    return String(line)
  }
}
