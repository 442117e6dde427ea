/// Small bars and lines made of characters; in ASCII where nothing else can be shown.
package struct Bar: Hashable, Sendable {
  package var isASCII: Bool

  package init(isASCII: Bool) { self.isASCII = isASCII }

  /// A bar whose length is to the width as the value is to the greatest; what is not zero shows at least one mark.
  package func bar(_ value: Int, of greatest: Int, width: Int = 20) -> String {
    guard value > 0, greatest > 0, width > 0 else { return "" }
    let length = max(1, min(width, (value * width + greatest / 2) / greatest))
    return String(repeating: isASCII ? "#" : "█", count: length)
  }

  /// One character a value, the greatest the tallest; nothing stays a mark of its own.
  package func sparkline(_ values: [Int]) -> String {
    let marks: [Character] = isASCII ? [".", ":", "-", "=", "+", "*", "#"] : ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]
    guard let greatest = values.max() else { return "" }
    return String(
      values.map { value in
        guard value > 0, greatest > 0 else { return isASCII ? "_" : "·" }
        return marks[max(0, (value * marks.count + greatest - 1) / greatest - 1)]
      })
  }
}
