/// The ASCII bytes that the grammar of JSON is made of.
enum Byte {
  static let tab: UInt8 = 9
  static let newline: UInt8 = 10
  static let carriageReturn: UInt8 = 13
  static let space: UInt8 = 32
  static let quote: UInt8 = 34
  static let plus: UInt8 = 43
  static let comma: UInt8 = 44
  static let minus: UInt8 = 45
  static let dot: UInt8 = 46
  static let slash: UInt8 = 47
  static let zero: UInt8 = 48
  static let nine: UInt8 = 57
  static let colon: UInt8 = 58
  static let upperE: UInt8 = 69
  static let openBracket: UInt8 = 91
  static let backslash: UInt8 = 92
  static let closeBracket: UInt8 = 93
  static let b: UInt8 = 98
  static let e: UInt8 = 101
  static let f: UInt8 = 102
  static let n: UInt8 = 110
  static let r: UInt8 = 114
  static let t: UInt8 = 116
  static let u: UInt8 = 117
  static let openBrace: UInt8 = 123
  static let closeBrace: UInt8 = 125

  static func isDigit(_ byte: UInt8) -> Bool { byte >= zero && byte <= nine }

  static func hexadecimal(_ byte: UInt8) -> UInt32? {
    switch byte {
    case 48...57: UInt32(byte - 48)
    case 65...70: UInt32(byte - 55)
    case 97...102: UInt32(byte - 87)
    default: nil
    }
  }
}
