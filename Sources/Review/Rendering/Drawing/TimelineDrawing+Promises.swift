import EventLog

extension TimelineDrawing {
  /// Promises that fall due at the same place.
  private struct Due {
    var kept = 0
    var broken = 0

    var words: String {
      guard kept + broken > 1 else { return broken > 0 ? "broken" : "kept" }
      return [broken > 0 ? "\(broken) broken" : nil, kept > 0 ? "\(kept) kept" : nil].compactMap { $0 }
        .joined(separator: ", ")
    }
  }

  /// The row of promises, each where it fell due. A word stands under each for which there is room.
  var promiseLane: String {
    guard hasPromises else { return "" }
    let middle = promisesTop + Self.laneHeight / 2
    var bins = TimelineBins<Due>(width: 20)
    for promise in post.promises where axis.holds(promise.dueAt) {
      guard promise.isKept || promise.isBroken else { continue }
      bins.change(at: axis.x(promise.dueAt), from: Due()) { due in
        if promise.isBroken { due.broken += 1 } else { due.kept += 1 }
      }
    }
    var end = 0
    let marks = bins.places.map { x, due in
      let path = due.broken > 0 ? Self.broken(x, middle) : Self.kept(x, middle)
      let mark =
        "<path class=\"\(due.broken > 0 ? "broken" : "kept")\" d=\"\(path)\"><title>\(due.words)</title></path>"
      let half = due.words.count * 7 / 2 + 4
      guard x - half >= end, x + half <= Self.width else { return mark }
      end = x + half
      return mark + "<text class=\"small\" x=\"\(x)\" y=\"\(middle + 24)\" text-anchor=\"middle\">\(due.words)</text>"
    }
    return
      (["<g class=\"promises\">", "<path class=\"lane\" d=\"M\(Self.left) \(middle)H\(Self.right)\"/>"] + marks + [
        "<text x=\"4\" y=\"\(middle + 4)\">promises</text>", "</g>",
      ]).joined(separator: "\n")
  }

  /// A ring with a tick in it.
  static func kept(_ x: Int, _ y: Int) -> String {
    "M\(x - 8) \(y)a8 8 0 1 0 16 0a8 8 0 1 0 -16 0zM\(x - 4) \(y)l3 4l5 -8"
  }

  /// A cross.
  static func broken(_ x: Int, _ y: Int) -> String { "M\(x - 7) \(y - 7)l14 14M\(x + 7) \(y - 7)l-14 14" }
}
