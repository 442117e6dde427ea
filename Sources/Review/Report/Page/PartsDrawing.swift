/// A bar in a cell of a table, of one part or two; the longest is as wide as its drawing.
struct PartsDrawing {
  private let parts: [(count: Int, kind: String)]
  private let all: Int

  init(_ first: Int, _ firstKind: String, _ second: Int, _ secondKind: String, of all: Int) {
    parts = [(first, firstKind), (second, secondKind)]
    self.all = max(all, 1)
  }

  /// - Parameter told: What it shows, in words.
  func svg(told: String) -> String {
    var x = 0
    let marks = parts.filter { $0.count > 0 }.map { count, kind in
      let width = max(2, count * 200 / all)
      defer { x += width }
      return "<path class=\"\(kind)\" d=\"M\(x) 1h\(width)v12h-\(width)z\"/>"
    }
    return "<svg class=\"inline\" viewBox=\"0 0 204 14\" role=\"img\" aria-label=\"\(told)\">\(marks.joined())</svg>"
  }
}
