import EventLog
import Incidents

extension TimelineDrawing {
  /// Entries that share a place.
  private struct Gathered {
    var count = 0
    var first: NarrativeLine?
  }

  /// In units of the drawing: no mark is wider, so that neighbours never cover each other.
  private static let binWidth = 12

  /// Whether entries share a place anywhere.
  var hasSeveral: Bool {
    TimelineLane.allCases.contains { lane in gathered(lane).contains { $0.content.count > 1 } }
  }

  func count(_ lane: TimelineLane) -> Int {
    lines(lane).map(\.count).reduce(0, +)
  }

  /// A row: a shape for an entry alone, a bar for several that fall onto the same place.
  func lane(_ lane: TimelineLane) -> String {
    let place = TimelineLane.allCases.firstIndex(of: lane) ?? 0
    let top = lanesTop + place * Self.laneHeight
    let middle = top + Self.laneHeight / 2
    let lines = lines(lane)
    let places = gathered(lane)
    let greatest = places.map(\.content.count).max() ?? 1
    let marks = places.map { x, bin in
      let shape = bin.count == 1 ? lane.shape(x, middle) : Self.bar(bin.count, of: greatest, x, middle)
      return "<path d=\"\(shape)\"><title>\(title(bin))</title></path>"
    }
    return
      (["<g class=\"\(lane.rawValue)\">", "<path class=\"lane\" d=\"M\(Self.left) \(middle)H\(Self.right)\"/>"]
      + stretches(of: lines).map { from, to in "<path d=\"M\(from) \(middle - 1)H\(to)v2H\(from)z\"/>" } + marks + [
        "<text x=\"4\" y=\"\(middle + 1)\">\(lane.rawValue)</text>",
        "<text class=\"small\" x=\"4\" y=\"\(middle + 14)\">\(count(lane))</text>", "</g>",
      ]).joined(separator: "\n")
  }

  private func lines(_ lane: TimelineLane) -> [NarrativeLine] { post.timeline.filter { TimelineLane($0) == lane } }

  private func gathered(_ lane: TimelineLane) -> [(x: Int, content: Gathered)] {
    var bins = TimelineBins<Gathered>(width: Self.binWidth)
    for line in lines(lane) where axis.holds(line.at) {
      bins.change(at: axis.x(line.at), from: Gathered()) { bin in
        bin.count += line.count
        if bin.first == nil { bin.first = line }
      }
    }
    return bins.places
  }

  /// How long rows of monitoring that the story tells as one went on; those that meet are one.
  private func stretches(of lines: [NarrativeLine]) -> [(from: Int, to: Int)] {
    var stretches: [(from: Int, to: Int)] = []
    for line in lines {
      guard let until = line.until, line.at <= axis.to, until >= axis.from else { continue }
      let (from, to) = (axis.x(line.at), axis.x(until))
      if let last = stretches.last, from <= last.to + Self.binWidth {
        stretches[stretches.count - 1].to = max(last.to, to)
      } else {
        stretches.append((from, to))
      }
    }
    return stretches
  }

  /// Taller the more there are, by doublings: one storm does not flatten the rest.
  private static func bar(_ count: Int, of greatest: Int, _ x: Int, _ middle: Int) -> String {
    let doublings = Int.bitWidth - count.leadingZeroBitCount
    let most = max(Int.bitWidth - greatest.leadingZeroBitCount, 1)
    let half = 6 + 9 * doublings / most
    return "M\(x - 3) \(middle - half)h6v\(2 * half)h-6z"
  }

  private func title(_ bin: Gathered) -> String {
    guard let line = bin.first else { return "" }
    guard bin.count == 1 else { return "\(line.at.clock): \(bin.count) entries" }
    let text = HTMLText.plain(String(line.text.prefix(200)))
    return HTMLText.escaped("\(line.at.clock) \(text.count > 80 ? text.prefix(80) + "…" : text[...])")
  }
}
