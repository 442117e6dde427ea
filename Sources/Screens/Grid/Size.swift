/// How large a screen or a part of it is, in character cells. Never negative.
package struct Size: Hashable, Sendable {
  package let columns: Int
  package let rows: Int

  /// Negative lengths count as zero, so that a view may subtract without looking.
  package init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }
}
