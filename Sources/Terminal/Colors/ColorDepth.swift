/// How many colours a palette may count on.
package enum ColorDepth: Int, CaseIterable, Sendable {
  case mono, eight, indexed

  /// What to use: `--color` before `NO_COLOR` (no-color.org: any value but the empty one) before the terminal's own
  /// account. `always` cannot make a terminal show what it lacks.
  /// - Parameter colors: the colours that the terminal has.
  package static func choose(_ choice: ColorChoice, noColor: String?, colors: Int) -> ColorDepth {
    switch choice {
    case .never: return .mono
    case .auto where !(noColor ?? "").isEmpty: return .mono
    case .auto, .always: break
    }
    if colors >= 256 { return .indexed }
    return colors >= 8 ? .eight : .mono
  }
}
