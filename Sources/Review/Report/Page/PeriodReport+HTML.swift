extension PeriodReport {
  /// The report as one HTML document that stands alone: nothing in it is loaded or runs.
  package var html: String { PeriodPage(report: self).html }
}
