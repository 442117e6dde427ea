import EventLog
import Incidents

extension TimelineDrawing {
  /// The five times: a line through every row, named at its top.
  var marks: String {
    times.map { time in
      let y = 8 + time.row * Self.labelHeight
      let label = time.isLeft ? "x=\"\(time.x - 5)\" text-anchor=\"end\"" : "x=\"\(time.x + 5)\""
      return "<path class=\"time\" d=\"M\(time.x) \(y)V\(linesEnd)\"/>"
        + "<text class=\"timename\" \(label) y=\"\(y + 12)\">\(HTMLText.escaped(time.text))</text>"
    }.joined(separator: "\n")
  }

  /// What each shape is, in words.
  var legend: String {
    let y = axisTop + 44
    var x = Self.left
    var parts: [String] = []
    func add(_ path: String, _ kind: String, _ words: String) {
      parts.append(
        "<path class=\"\(kind)\" d=\"\(path)\"/><text class=\"small\" x=\"\(x + 14)\" y=\"\(y + 4)\">\(words)</text>")
      x += words.count * 7 + 40
    }
    if hasSeveral { add("M\(x - 3) \(y - 9)h6v18h-6z", "several", "several entries, taller for more") }
    if post.times.impactStarted != nil { add("M\(x - 7) \(y - 7)h14v14h-14z", "impact", "users felt it") }
    if hasPromises {
      add(Self.kept(x, y), "kept", "promise kept")
      add(Self.broken(x, y), "broken", "promise broken")
    }
    return parts.joined(separator: "\n")
  }
}
