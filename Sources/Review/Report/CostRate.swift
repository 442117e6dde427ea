package import EventLog
package import Incidents

/// What an hour of an incident costs. It is the reader's own figure: without one no cost is shown.
package struct CostRate: Hashable, Sendable {
  /// In whole units of the currency.
  package var perHour: Int64
  package var currency: String

  package init(perHour: Int64, currency: String) {
    self.perHour = perHour
    self.currency = currency
  }

  /// For a length of time, in whole units, rounded to the nearest.
  package func cost(of length: Span) -> Int64 {
    let (product, overflow) = length.milliseconds.multipliedReportingOverflow(by: perHour)
    guard !overflow else { return Int64.max }
    return (product + 1_800_000) / 3_600_000
  }

  /// For an incident, from the first impact to the recovery; nil where either is not known.
  package func cost(of incident: Incident) -> Int64? {
    Figure.all(of: incident).first { $0.name == .timeToRecover }?.value.map(cost(of:))
  }
}
