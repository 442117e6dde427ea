import EventLog
import Foundation

/// A piece of an export that is taken in by one command.
struct ImportBatch: Sendable {
  var events: [ChainedEvent] = []
  var attachments: [Attachment] = []
  private var attachedBytes = 0

  /// So few that a batch of others is not kept waiting.
  var isFull: Bool { events.count >= 100 || attachedBytes >= 1_048_576 }
  var isEmpty: Bool { events.isEmpty && attachments.isEmpty }

  struct Outcome: Sendable {
    var taken = 0
    var attachments = 0
    /// Those that no event here names yet.
    var waiting: [Attachment] = []
    var isRenamed = false
  }

  struct Attachment: Sendable {
    var digest: String
    var mediaType: String
    var bytes: [UInt8]
  }

  /// - Throws: `.damaged` where the bytes are not what their digest says.
  mutating func add(_ attachment: ExportLine.Attachment, line: Int) throws(LedgerTrouble) {
    guard let data = Data(base64Encoded: attachment.bytes),
      "sha256:" + Chain.digest(of: data) == attachment.digest
    else {
      throw LedgerTrouble(
        .damaged, "The attachment in line \(line) of the export is not what its digest says; it was not taken.")
    }
    attachments.append(
      Attachment(digest: attachment.digest, mediaType: attachment.mediaType, bytes: Array(data)))
    attachedBytes += data.count
  }

  /// - Throws: `.damaged` for what is no event.
  mutating func add(_ event: ExportedEvent, line: Int) throws(LedgerTrouble) {
    guard let link = event.link else {
      throw LedgerTrouble(.damaged, "The event in line \(line) of the export cannot be one; it was not taken.")
    }
    events.append(link)
  }

  func take(_ transaction: Transaction) throws -> Outcome {
    let node = transaction.node
    var outcome = Outcome()
    outcome.taken = try transaction.receive(events)
    outcome.isRenamed = node != transaction.node
    for attachment in attachments where try !transaction.isKept(attachment.digest) {
      guard try transaction.isNamed(attachment.digest) else {
        outcome.waiting.append(attachment)
        continue
      }
      _ = try transaction.attach(attachment.bytes, mediaType: attachment.mediaType)
      outcome.attachments += 1
    }
    return outcome
  }
}

extension Transaction {
  fileprivate func isKept(_ digest: String) throws -> Bool {
    try Query(database, "SELECT 1 FROM attachment WHERE digest = ?").bind(1, digest).first { _ in true } ?? false
  }

  /// Whether an event whose text still stands names it: what was redacted stays so.
  fileprivate func isNamed(_ digest: String) throws -> Bool {
    try Query(
      database, "SELECT 1 FROM event WHERE evidence IS NOT NULL AND payload IS NOT NULL AND instr(evidence, ?) LIMIT 1"
    ).bind(1, "\"\(digest)\"").first { _ in true } ?? false
  }
}
