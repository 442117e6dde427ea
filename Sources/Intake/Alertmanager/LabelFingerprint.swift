/// The identity of an alert, computed where an older sender leaves it out.
package enum LabelFingerprint {
  /// FNV-1a, 64 bits, over each name and value in byte order of the names, each followed by the byte 255, in 16
  /// hexadecimal digits: what Prometheus computes for the same labels, so that an update of the sender changes no
  /// identity (`LabelSet.Fingerprint` in prometheus/common).
  package static func of(_ labels: [String: String]) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func add(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
    for (name, value) in labels.sorted(by: { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }) {
      for byte in name.utf8 { add(byte) }
      add(255)
      for byte in value.utf8 { add(byte) }
      add(255)
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
