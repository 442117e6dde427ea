/// An address that a document may link to: http or https, and nothing in it that an address cannot hold as it is.
struct WebAddress {
  let text: String

  init?(_ text: String) {
    guard text.hasPrefix("https://") || text.hasPrefix("http://"), text.utf8.count <= 2_000,
      text.utf8.allSatisfy(Self.isAllowed)
    else { return nil }
    self.text = text
  }

  private static func isAllowed(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122: true
    default: marks.contains(byte)
    }
  }

  private static let marks = Set("-._~:/?#@!$&'()*+,;=%".utf8)
}
