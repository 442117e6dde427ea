/// What came of something that another pager told.
package enum PagerReceipt: String, Hashable, Sendable, CaseIterable {
  /// It is on record, and followed where that was possible.
  case recorded
  /// It was on record already.
  case repeated
  /// No incident of a service of this pager goes by what it names.
  case unmatched
}
