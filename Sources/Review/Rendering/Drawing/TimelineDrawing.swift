import EventLog
import Incidents

/// The course of an incident as an SVG: a row each for alerts, people, runbooks and messages, the five times as lines
/// through all of them, promises with their outcome, and an axis in UTC. It says by shape and word what it says by
/// colour, and takes no more marks for ten thousand entries than its width holds.
struct TimelineDrawing {
  let post: PostMortem
  let axis: TimeAxis
  let times: [TimelineTime]

  static let width = 1_000
  static let left = 104
  static let right = 984
  static let laneHeight = 36
  static let labelHeight = 18

  init(_ post: PostMortem) {
    self.post = post
    let window = TimelineWindow(post)
    axis = TimeAxis(from: window.from, to: window.to, left: Self.left, right: Self.right)
    times = TimelineTime.all(of: post, on: axis)
  }

  /// Nil where nothing is known to have happened at any time.
  var svg: String? {
    guard !post.timeline.isEmpty else { return nil }
    let parts = [impact, grid] + TimelineLane.allCases.map(lane) + [promiseLane, marks, legend]
    return """
      <svg viewBox="0 0 \(Self.width) \(height)" role="img" aria-label="\(HTMLText.escaped(description))">
      \(parts.filter { !$0.isEmpty }.joined(separator: "\n"))
      </svg>
      """
  }

  /// What the drawing cannot show, as sentences; empty where it shows all.
  var notes: String {
    let entries = post.timeline.filter { TimelineLane($0) != nil && !axis.holds($0.at) }.map(\.count).reduce(0, +)
    let promises = post.promises.count { !axis.holds($0.dueAt) }
    var parts: [String] = []
    if entries > 0 { parts.append(entries == 1 ? "1 entry" : "\(entries) entries") }
    if promises > 0 { parts.append(promises == 1 ? "1 promise" : "\(promises) promises") }
    return parts.isEmpty ? "" : "Outside of the time drawn: \(parts.joined(separator: " and ")); the text has them."
  }

  private var description: String {
    let counts = TimelineLane.allCases.map { lane in "\(lane.rawValue) \(count(lane))" }.joined(separator: ", ")
    let told = times.map { "\($0.name) \($0.clock)" }.joined(separator: ", ")
    return "Timeline in UTC. \(told.isEmpty ? "" : told + ". ")Entries: \(counts)."
  }

  // MARK: Places

  var lanesTop: Int { 8 + (times.map(\.row).max().map { $0 + 1 } ?? 0) * Self.labelHeight + 6 }
  var promisesTop: Int { lanesTop + TimelineLane.allCases.count * Self.laneHeight }
  var axisTop: Int { promisesTop + (hasPromises ? Self.laneHeight + 18 : 0) }
  /// Where the lines of the five times end: above the words beneath promises.
  var linesEnd: Int { hasPromises ? promisesTop + Self.laneHeight - 6 : axisTop }
  var height: Int { axisTop + 58 }
  var hasPromises: Bool { post.promises.contains { ($0.isKept || $0.isBroken) && axis.holds($0.dueAt) } }

  // MARK: Ground

  private var impact: String {
    guard let start = known(post.times.impactStarted) else { return "" }
    let end = known(post.times.mitigated) ?? known(post.times.resolved) ?? axis.to
    guard end > start else { return "" }
    let x = axis.x(start)
    return "<rect class=\"impact\" x=\"\(x)\" y=\"\(lanesTop)\" width=\"\(max(axis.x(end) - x, 1))\" "
      + "height=\"\(axisTop - lanesTop)\"><title>users felt it</title></rect>"
  }

  private var grid: String {
    var lines = axis.ticks.map { tick in
      let x = axis.x(tick.at)
      // At the right border there is no room to the right.
      let anchor = x > Self.right - 40 ? " text-anchor=\"end\"" : " text-anchor=\"middle\""
      return "<path class=\"tick\" d=\"M\(x) \(lanesTop)V\(axisTop + 5)\"/>"
        + "<text class=\"small\" x=\"\(x)\" y=\"\(axisTop + 19)\"\(anchor)>\(tick.label)</text>"
    }
    lines.append("<path class=\"axis\" d=\"M\(Self.left) \(axisTop)H\(Self.right)\"/>")
    lines.append("<text class=\"small\" x=\"4\" y=\"\(axisTop + 19)\">UTC</text>")
    return lines.joined(separator: "\n")
  }

  private func known(_ point: TimePoint?) -> Instant? { point.flatMap { $0.precision == .unknown ? nil : $0.at } }
}
