import EventLog

/// Reads an export line by line and knows where in it it is.
struct ExportReader {
  enum Part {
    case opening
    case attachment(ExportLine.Attachment)
    case event(ExportedEvent)
    case end
    /// A line of a newer Sitrep's.
    case unknown
  }

  private(set) var number = 0
  private(set) var heads: [ExportedHead] = []
  private(set) var ending: ExportLine.Ending?
  private var isOpen = false

  /// - Throws: `.damaged` for what is no line of an export, `.newerSchema` where a newer Sitrep wrote it.
  mutating func read(_ text: String) throws(LedgerTrouble) -> Part {
    number += 1
    guard let line = PayloadText.decode(ExportLine.self, from: text) else {
      throw LedgerTrouble(
        .damaged,
        isOpen
          ? "Line \(number) of the export cannot be read. What came before it was taken; get the file anew."
          : "This is no export of Sitrep's: its first line says nothing of the kind.")
    }
    if let opening = line.export, !isOpen {
      guard opening.format == ExportLine.format else {
        throw LedgerTrouble(
          .newerSchema, "A newer Sitrep wrote this export (format \(opening.format)): upgrade to read it.")
      }
      isOpen = true
      heads = opening.heads
      return .opening
    }
    guard isOpen else {
      throw LedgerTrouble(.damaged, "This is no export of Sitrep's: its first line says nothing of the kind.")
    }
    if let attachment = line.attachment { return .attachment(attachment) }
    if let event = line.event { return .event(event) }
    guard let ending = line.end else { return .unknown }
    self.ending = ending
    return .end
  }
}
