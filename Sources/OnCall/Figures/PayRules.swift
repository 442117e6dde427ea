import EventLog

/// How being on call is paid: so much a week, and hours on incidents at a multiple of the rate. Amounts are in
/// hundredths of the currency.
package struct PayRules: Hashable, Sendable {
  package var perWeek: Int64
  /// For an hour; zero where no rate was agreed.
  package var rate: Int64
  package var multiplier: Int64
  package var currency: String
  /// The roles that count as being on call.
  package var roles: [DutyRole]

  package init(
    perWeek: Int64 = 100_00, rate: Int64 = 0, multiplier: Int64 = 2, currency: String = "USD",
    roles: [DutyRole] = [.primary, .secondary]
  ) {
    self.perWeek = perWeek
    self.rate = rate
    self.multiplier = multiplier
    self.currency = currency
    self.roles = roles
  }

  /// "$100.00" is "100.00": the currency stands beside it.
  package static func words(_ amount: Int64) -> String {
    "\(amount / 100).\(padded(Int(abs(amount % 100)), 2))"
  }
}
