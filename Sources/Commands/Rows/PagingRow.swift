package import EventLog
package import Incidents

/// How far the pages of an incident have come, as a row shows it: who was paged last, what became of it, and who is next.
package struct PagingRow: Hashable, Sendable {
  /// The last level reached, from 1; nil before the first, and where only people were paged by hand.
  package var level: Int?
  /// Those who were paged last.
  package var people: [String]
  /// The least that is known of their pages: a failed one before one that is not known, before one that went out.
  package var lastResult: PageRecord.Result?
  /// When the next page is due; nil where none is to come by itself.
  package var nextAt: Instant?
  package var nextLevel: Int?
  package var nextPeople: [String]
  /// Why pages wait ("silence by lea: the disk is being replaced"), and until when.
  package var heldBecause: String?
  package var heldUntil: Instant?
  /// Those whose last page did not go out, or of whose page nobody knows.
  package var unpaged: [Unpaged]

  /// The service that names no pager, where others have Sitrep for theirs; nil where it names one.
  package var withoutPager: String?

  /// Somebody who is not known to have been paged.
  package struct Unpaged: Hashable, Sendable {
    package var contact: Contact
    /// It may have gone out.
    package var isUnknown: Bool
    package var because: String?

    package init(contact: Contact, isUnknown: Bool, because: String?) {
      self.contact = contact
      self.isUnknown = isUnknown
      self.because = because
    }

    /// "NO PAGE to jon about #41: no way leads to jon; dial +49 30 123456".
    package func words(about label: String) -> String {
      let why = because.map { ": " + ($0.hasSuffix(".") ? String($0.dropLast()) : $0) } ?? ""
      let what =
        isUnknown
        ? "UNKNOWN whether \(contact.name) was paged about #\(label)" : "NO PAGE to \(contact.name) about #\(label)"
      return what + why + "; " + contact.dialWords
    }
  }

  package init(
    level: Int? = nil, people: [String] = [], lastResult: PageRecord.Result? = nil, nextAt: Instant? = nil,
    nextLevel: Int? = nil, nextPeople: [String] = [], heldBecause: String? = nil, heldUntil: Instant? = nil,
    unpaged: [Unpaged] = [], withoutPager: String? = nil
  ) {
    self.level = level
    self.people = people
    self.lastResult = lastResult
    self.nextAt = nextAt
    self.nextLevel = nextLevel
    self.nextPeople = nextPeople
    self.heldBecause = heldBecause
    self.heldUntil = heldUntil
    self.unpaged = unpaged
    self.withoutPager = withoutPager
  }
}
