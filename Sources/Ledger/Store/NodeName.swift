/// The name that a file writes under: short, random, and easy to read aloud.
enum NodeName {
  // Crockford's base 32: no i, l, o, u.
  private static let letters = Array("0123456789abcdefghjkmnpqrstvwxyz")

  static func make(_ random: (Int) -> [UInt8]) -> String {
    String(random(6).map { letters[Int($0 & 31)] })
  }
}
