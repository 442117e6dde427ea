package import EventLog

/// When the review meeting is due: three calendar days after the resolution for SEV1, five working days for SEV2.
/// Holidays are not known here; weekends are.
package enum ReviewDueDate {
  package static func after(_ resolved: Instant, severity: Severity) -> Instant? {
    switch severity {
    case .sev1: resolved + .days(3)
    case .sev2: afterWorkingDays(5, resolved)
    case .sev3, .sev4: nil
    }
  }

  static func rule(_ severity: Severity) -> String {
    "\(severity.name): review held within \(severity == .sev1 ? "3 days" : "5 working days") of the resolution"
  }

  private static func afterWorkingDays(_ count: Int, _ start: Instant) -> Instant {
    var day = start
    var left = count
    while left > 0 {
      day = day + .days(1)
      if CivilTime(day).weekday <= 5 { left -= 1 }
    }
    return day
  }
}
