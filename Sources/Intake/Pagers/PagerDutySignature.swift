/// `X-PagerDuty-Signature`: one or several signatures over the body as it came, each "v1=" and hexadecimal digits, with
/// commas between them while one secret replaces another.
enum PagerDutySignature {
  /// The senders one of whose secrets made one of the signatures: several pagers of one account may share a secret. All
  /// are compared, whether one fits or not.
  static func senders(of body: [UInt8], signatures lines: [String], among senders: [PagerSender]) -> [PagerSender] {
    let codes = lines.flatMap { $0.split(separator: ",") }.prefix(most).compactMap(code)
    return senders.filter { sender in
      var isSigned = false
      for secret in sender.secrets {
        for code in codes where secret.signed(body, code) { isSigned = true }
      }
      return isSigned
    }
  }

  /// As many signatures are looked at.
  private static let most = 16

  private static func code(_ text: Substring) -> [UInt8]? {
    let digits = text.utf8.filter { $0 != Byte.space }
    guard digits.starts(with: "v1=".utf8), digits.count == 67 else { return nil }
    var bytes: [UInt8] = []
    var rest = digits.dropFirst(3)[...]
    while let high = rest.popFirst(), let low = rest.popFirst() {
      guard let high = Byte.hexadecimal(high), let low = Byte.hexadecimal(low) else { return nil }
      bytes.append(UInt8(high << 4 | low))
    }
    return bytes
  }
}
