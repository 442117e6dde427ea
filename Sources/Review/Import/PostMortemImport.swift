package import EventLog
import Incidents

/// Reads a post-mortem in Markdown that was written elsewhere. Nothing is made up: a time, a severity or a service that
/// does not stand there stays unknown, and what cannot be read is named.
package struct PostMortemImport: Sendable {
  /// The zone of times that say none; nil reads them as UTC and says so.
  package var zone: String?
  /// How far a zone of the tables is ahead of UTC at a reading of its clock; nil where there is no such zone.
  package var offset: @Sendable (_ zone: String, _ reading: CivilTime) -> Span?

  package init(
    zone: String? = nil, offset: @escaping @Sendable (_ zone: String, _ reading: CivilTime) -> Span? = { _, _ in nil }
  ) {
    self.zone = zone
    self.offset = offset
  }

  /// - Parameter fileName: Without its folder; where the text has no title or day, its name may tell them.
  package func read(_ text: String, fileName: String) -> ImportedPostMortem {
    var reader = ImportReader(Manuscript(text), fileName: fileName, defaultZone: zone, offset: offset)
    return reader.read()
  }
}
