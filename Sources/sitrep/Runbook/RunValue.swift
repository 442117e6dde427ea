import Commands

/// "pod=api-7" as a person types it.
struct RunValue {
  var name: String
  var value: String

  init(_ text: String) throws(Trouble) {
    guard let mark = text.firstIndex(of: "="), mark != text.startIndex else {
      throw Trouble(.badInput, "\"\(text)\" gives no value: write NAME=VALUE, as in --set pod=api-7.")
    }
    name = String(text[..<mark])
    value = String(text[text.index(after: mark)...])
  }
}
