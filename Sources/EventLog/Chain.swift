import Crypto

/// The hash chain of one node's events, over the names and values as they are stored (`docs/formats.md`).
///
/// An unkeyed chain finds damage and careless edits, not somebody who computes it anew; for that, heads are printed
/// in exports, backups and `/status.json`.
package enum Chain {
  /// What the first event of a node follows.
  package static let origin = [UInt8](repeating: 0, count: 32)

  /// SHA-256 over the salt, then the payload; it stays when the payload is redacted.
  package static func payloadHash(salt: [UInt8], payload: String) -> [UInt8] {
    var hasher = SHA256()
    hasher.update(data: salt)
    hasher.update(data: Array(payload.utf8))
    return Array(hasher.finalize())
  }

  /// SHA-256 over the previous hash, each column with its type and length, and the payload's hash.
  package static func hash(previous: [UInt8], event: Event, payloadHash: [UInt8]) -> [UInt8] {
    var bytes = ColumnBytes(reserving: 512)
    bytes.append(raw: previous)
    bytes.append(event.id.node)
    bytes.append(event.id.sequence)
    bytes.append(event.stamp.milliseconds)
    bytes.append(event.stamp.counter)
    bytes.append(event.stamp.node)
    bytes.append(event.stream.name)
    bytes.append(event.incident?.name)
    bytes.append(event.kind)
    bytes.append(Int64(event.version))
    bytes.append(event.actor.person)
    bytes.append(event.actor.login)
    bytes.append(event.actor.uid.map(Int64.init))
    bytes.append(event.actor.host)
    bytes.append(event.actor.via)
    bytes.append(event.actor.assurance.rawValue)
    bytes.append(event.happenedAt.milliseconds)
    bytes.append(event.precision.rawValue)
    bytes.append(event.zone)
    bytes.append(event.endedAt?.milliseconds)
    bytes.append(event.recordedAt.milliseconds)
    bytes.append(event.cause?.description)
    bytes.append(event.occasion)
    bytes.append(event.supersedes?.description)
    bytes.append(Int64(event.evidence.count))
    for item in event.evidence { bytes.append(item) }
    bytes.append(event.drill ? 1 : 0)
    bytes.append(raw: payloadHash)
    return Array(SHA256.hash(data: bytes.bytes))
  }

  /// Lower-case hexadecimal, as heads and digests are printed.
  package static func hexadecimal(_ bytes: [UInt8]) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// SHA-256 of any bytes in hexadecimal: the name of an attachment, and the hash of a configuration.
  package static func digest(of bytes: some Sequence<UInt8>) -> String {
    hexadecimal(Array(SHA256.hash(data: Array(bytes))))
  }
}

/// Columns as bytes: NULL is 0; an integer is 1 and eight bytes, the highest first; text is 2, its length as eight
/// bytes, and its UTF-8.
private struct ColumnBytes {
  private(set) var bytes: [UInt8] = []

  init(reserving capacity: Int) { bytes.reserveCapacity(capacity) }

  mutating func append(raw: [UInt8]) { bytes.append(contentsOf: raw) }

  mutating func append(_ integer: Int64?) {
    guard let integer else { return bytes.append(0) }
    bytes.append(1)
    withUnsafeBytes(of: integer.bigEndian) { bytes.append(contentsOf: $0) }
  }

  mutating func append(_ text: String?) {
    guard let text else { return bytes.append(0) }
    bytes.append(2)
    withUnsafeBytes(of: Int64(text.utf8.count).bigEndian) { bytes.append(contentsOf: $0) }
    bytes.append(contentsOf: text.utf8)
  }
}
