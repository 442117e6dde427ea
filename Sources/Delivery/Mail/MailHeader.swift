import FoundationEssentials

/// Texts as they stand in a mail's headers: what is not ASCII is encoded (RFC 2047), long ones go over several lines.
enum MailHeader {
  /// Bytes of text in one encoded word, whose length is limited to 75 characters.
  private static let wordLimit = 42

  static func encoded(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { (32..<127).contains($0) } && text.utf8.count <= 200 && !text.contains("=?")
    if isPlain { return text }
    var words: [String] = []
    var part = ""
    for character in text {
      if part.utf8.count + character.utf8.count > wordLimit, !part.isEmpty {
        words.append(part)
        part = ""
      }
      part.append(character)
    }
    if !part.isEmpty { words.append(part) }
    return words.map { "=?utf-8?B?\(Data($0.utf8).base64EncodedString())?=" }.joined(separator: "\n ")
  }

  /// "Name <address>" with its name encoded where it has to be.
  static func mailbox(_ text: String) -> String {
    guard let open = text.firstIndex(of: "<") else { return text }
    var name = String(text[..<open]).oneLine
    while name.last == " " { name.removeLast() }
    guard !name.isEmpty else { return String(text[open...]) }
    let isWord = name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || " -_".contains($0)) }
    return (isWord ? name : encodedAlways(name)) + " " + text[open...]
  }

  private static func encodedAlways(_ name: String) -> String {
    name.utf8.allSatisfy({ $0 < 128 })
      ? "\"" + name.filter { $0 != "\"" && $0 != "\\" } + "\"" : encoded(name)
  }
}
