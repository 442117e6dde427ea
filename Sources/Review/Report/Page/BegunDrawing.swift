import EventLog
import Incidents

/// How many incidents began when, as an SVG: a bar for each stretch of the period, its parts by severity.
struct BegunDrawing {
  let name: String
  let stretches: [ReportStretch]

  private static let width = 1_000
  private static let left = 48
  private static let right = 984
  private static let top = 14
  private static let bottom = 174

  init(_ report: PeriodReport) { (name, stretches) = ReportStretch.all(of: report) }

  /// Nil where nothing began.
  var svg: String? {
    guard let greatest = stretches.map(\.count).max(), greatest > 0 else { return nil }
    let slot = Double(Self.right - Self.left) / Double(stretches.count)
    var parts = grid(greatest)
    var end = 0
    for (index, stretch) in stretches.enumerated() {
      let middle = Self.left + Int((Double(index) + 0.5) * slot)
      parts += bar(stretch, middle: middle, width: max(2, min(Int(slot * 0.7), 48)), of: greatest)
      let day = String(stretch.from.dateAndClock.dropFirst(5).prefix(5))
      guard middle - 24 >= end, middle + 20 <= Self.width else { continue }
      end = middle + 24
      parts.append(
        "<text class=\"small\" x=\"\(middle)\" y=\"\(Self.bottom + 16)\" text-anchor=\"middle\">\(day)</text>")
    }
    parts.append(legend)
    let told = stretches.filter { $0.count > 0 }.map { "\($0.from.dateAndClock.prefix(10)): \($0.count)" }
      .joined(separator: ", ")
    return """
      <svg viewBox="0 0 \(Self.width) \(Self.bottom + 52)" role="img" aria-label="Incidents by \(name). \(told).">
      \(parts.joined(separator: "\n"))
      </svg>
      """
  }

  private func grid(_ greatest: Int) -> [String] {
    let marks = greatest == 1 ? [0, 1] : [0, greatest / 2, greatest]
    return marks.map { mark in
      let y = Self.bottom - mark * (Self.bottom - Self.top) / greatest
      return "<path class=\"tick\" d=\"M\(Self.left) \(y)H\(Self.right)\"/>"
        + "<text class=\"small\" x=\"\(Self.left - 8)\" y=\"\(y + 4)\" text-anchor=\"end\">\(mark)</text>"
    }
  }

  /// The worst at the bottom.
  private func bar(_ stretch: ReportStretch, middle: Int, width: Int, of greatest: Int) -> [String] {
    var below = 0
    var parts: [String] = []
    func add(_ count: Int, _ kind: String, _ words: String) {
      guard count > 0 else { return }
      let low = Self.bottom - below * (Self.bottom - Self.top) / greatest
      below += count
      let high = Self.bottom - below * (Self.bottom - Self.top) / greatest
      parts.append(
        "<path class=\"\(kind)\" d=\"M\(middle - width / 2) \(low)V\(high)h\(width)V\(low)z\">"
          + "<title>\(stretch.from.dateAndClock.prefix(10)): \(count) \(words)</title></path>")
    }
    for severity in Severity.allCases { add(stretch.counts[severity] ?? 0, severity.name.lowercased(), severity.name) }
    add(stretch.unrated, "unrated", "without a stated severity")
    return parts
  }

  private var legend: String {
    var x = Self.left
    let y = Self.bottom + 42
    var kinds = Severity.allCases.map { ($0.name.lowercased(), $0.name) }
    if stretches.contains(where: { $0.unrated > 0 }) { kinds.append(("unrated", "severity not stated")) }
    return kinds.map { kind, words in
      defer { x += words.count * 8 + 44 }
      return "<path class=\"\(kind)\" d=\"M\(x) \(y - 10)h12v12h-12z\"/>"
        + "<text class=\"small\" x=\"\(x + 18)\" y=\"\(y)\">\(words)</text>"
    }.joined(separator: "\n")
  }
}
