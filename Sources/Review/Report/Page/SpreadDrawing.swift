import EventLog

/// How the lengths behind each figure are spread, as an SVG: a row each on one axis, taller where more of them lie, with
/// lines at the median and the 90th percentile.
struct SpreadDrawing {
  let figures: [PeriodFigure]
  let axis: SpreadAxis

  private static let width = 1_000
  private static let left = 84
  private static let right = 976
  private static let rowHeight = 46
  private static let binWidth = 12

  init(_ figures: [PeriodFigure]) {
    self.figures = figures
    axis = SpreadAxis(figures.flatMap { $0.values?.values ?? [] }, left: Self.left, right: Self.right)
  }

  /// Nil where there is no value at all.
  var svg: String? {
    guard figures.contains(where: { $0.values != nil }) else { return nil }
    let bottom = 8 + figures.count * Self.rowHeight
    let parts =
      [grid(to: bottom)] + figures.enumerated().map { row($1, base: 8 + ($0 + 1) * Self.rowHeight - 6) } + [
        legend(bottom + 46)
      ]
    let told = figures.map { figure in
      "\(figure.name.rawValue.uppercased()) median \(figure.values?.median.measured ?? "unknown")"
    }.joined(separator: ", ")
    return """
      <svg viewBox="0 0 \(Self.width) \(bottom + 60)" role="img" aria-label="How the lengths are spread: \(told).">
      \(parts.joined(separator: "\n"))
      </svg>
      """
  }

  private func grid(to bottom: Int) -> String {
    var end = 0
    return axis.ticks.map { tick in
      let x = axis.x(tick.at)
      let half = tick.label.count * 4 + 4
      let line = "<path class=\"tick\" d=\"M\(x) 8V\(bottom + 4)\"/>"
      guard x - half >= end else { return line }
      end = x + half
      return line
        + "<text class=\"small\" x=\"\(x)\" y=\"\(bottom + 18)\" text-anchor=\"middle\">\(tick.label)</text>"
    }.joined(separator: "\n")
  }

  private func row(_ figure: PeriodFigure, base: Int) -> String {
    let name = figure.name.rawValue.uppercased()
    var parts = [
      "<path class=\"lane\" d=\"M\(Self.left) \(base)H\(Self.right)\"/>",
      "<text x=\"4\" y=\"\(base - 4)\">\(name)</text>",
    ]
    guard let values = figure.values else {
      parts.append("<text class=\"small\" x=\"\(Self.left + 6)\" y=\"\(base - 4)\">no incident gives a value</text>")
      return parts.joined(separator: "\n")
    }
    var bins = TimelineBins<Int>(width: Self.binWidth)
    for value in values.values { bins.change(at: axis.x(value), from: 0) { $0 += 1 } }
    let most = bins.places.map(\.content).max() ?? 1
    let room = Self.rowHeight - 12
    parts += bins.places.map { x, count in
      let height = max(3, count * room / most)
      return "<path class=\"bar\" d=\"M\(x - 5) \(base)v-\(height)h10v\(height)z\"><title>\(count)</title></path>"
    }
    parts.append("<path class=\"middle\" d=\"M\(axis.x(values.median)) \(base + 3)v-\(room + 3)\"/>")
    parts.append(
      "<path class=\"middle\" stroke-dasharray=\"3 3\" d=\"M\(axis.x(values.p90)) \(base + 3)v-\(room + 3)\"/>")
    return "<g>\n\(parts.joined(separator: "\n"))\n</g>"
  }

  private func legend(_ y: Int) -> String {
    """
    <path class="bar" d="M\(Self.left) \(y + 4)v-14h10v14z"/>
    <text class="small" x="\(Self.left + 18)" y="\(y)">incidents, taller for more</text>
    <path class="middle" d="M300 \(y + 4)v-16"/>
    <text class="small" x="310" y="\(y)">median</text>
    <path class="middle" stroke-dasharray="3 3" d="M400 \(y + 4)v-16"/>
    <text class="small" x="410" y="\(y)">P90</text>
    """
  }
}
