extension CivilTime {
  private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
  private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

  /// "Sat".
  package var weekdayName: String { CivilTime.weekdays[weekday - 1] }

  /// "Nov".
  package var monthName: String { CivilTime.months[month - 1] }

  /// "Sat 21 Nov".
  package var dayWords: String { "\(weekdayName) \(day) \(monthName)" }

  /// "2026-11-21".
  package var dateWords: String { "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))" }

  /// "14:32".
  package var timeWords: String { "\(padded(hour, 2)):\(padded(minute, 2))" }
}
