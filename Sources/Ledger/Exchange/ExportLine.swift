import EventLog

/// A line of an export. Exactly one field of the four is there; a line with none of them is a newer Sitrep's and is
/// left aside.
struct ExportLine: Codable, Hashable, Sendable {
  var export: Opening?
  var attachment: Attachment?
  var event: ExportedEvent?
  var end: Ending?

  /// The first line.
  struct Opening: Codable, Hashable, Sendable {
    /// 1; a reader of a lower number must not go on.
    var format: Int
    /// The file that it was made from.
    var node: String
    var madeAt: Instant
    var scope: String
    /// Where every chain of that file ended.
    var heads: [ExportedHead]

    private enum CodingKeys: String, CodingKey {
      case format, node
      case madeAt = "made_at"
      case scope, heads
    }
  }

  /// Stands before the first event that names it.
  struct Attachment: Codable, Hashable, Sendable {
    /// "sha256:…"
    var digest: String
    var mediaType: String
    /// Base 64.
    var bytes: String

    private enum CodingKeys: String, CodingKey {
      case digest
      case mediaType = "media_type"
      case bytes
    }
  }

  /// The last line: without it the export was cut off.
  struct Ending: Codable, Hashable, Sendable {
    var events: Int
    var attachments: Int
    var chains: [ExportedChain]
  }

  static let format = 1
}

/// A head in an export.
struct ExportedHead: Codable, Hashable, Sendable {
  var node: String
  var sequence: Int64
  /// In hexadecimal.
  var hash: String

  init(_ head: Head) {
    node = head.id.node
    sequence = head.id.sequence
    hash = Chain.hexadecimal(head.hash)
  }

  var text: HeadText? { HeadText("\(node)-\(sequence) \(hash)") }
}

/// What an export holds of one node's chain.
package struct ExportedChain: Codable, Hashable, Sendable {
  package var node: String
  package var events: Int
  /// The lowest and the highest number.
  package var first: Int64
  package var last: Int64
  /// From its first event to its head without a hole: then nothing can have been left out.
  package var isWhole: Bool

  private enum CodingKeys: String, CodingKey {
    case node, events, first, last
    case isWhole = "whole"
  }
}
