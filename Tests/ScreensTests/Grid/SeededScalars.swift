import TestSupport

/// Random texts that repeat for the same seed, rich in what a sanitizer must catch.
struct SeededScalars: RandomNumberGenerator {
  private var numbers: SeededNumbers

  init(seed: UInt64) { numbers = SeededNumbers(seed: seed) }

  mutating func next() -> UInt64 { numbers.next() }

  mutating func text(count: Int) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...count, using: &self) { text.append(scalar()) }
    return String(text)
  }

  private mutating func scalar() -> Unicode.Scalar {
    let nasty: [Unicode.Scalar] = [
      "\u{1B}", "\u{9B}", "\u{7}", "\n", "\r", "\t", "\u{200D}", "\u{202E}", "\u{301}", "\u{FE0F}", "\u{1F3FB}",
      "\u{1F1E8}", "\u{E0041}", "👩", "日", "\u{115F}", "\u{20E3}", "\u{FEFF}", " ", "a",
    ]
    switch Int.random(in: 0..<4, using: &self) {
    case 0: return nasty[Int.random(in: 0..<nasty.count, using: &self)]
    case 1: return Unicode.Scalar(UInt8.random(in: 0...255, using: &self))
    case 2: return Unicode.Scalar(UInt32.random(in: 0...0x2FFF, using: &self)) ?? "?"
    default: return Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &self)) ?? "\u{FFFE}"
    }
  }
}
