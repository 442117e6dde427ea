package import EventLog

/// Shifts as an iCalendar document (RFC 5545), for the calendar programs that people have.
///
/// All times are UTC, so that no zone has to be described. A shift keeps its UID from export to export: it follows from
/// role, person and start alone.
package struct CalendarText: Sendable {
  /// What the calendar is called in a program that shows several.
  package var name: String
  /// When the schedule last changed.
  package var stamp: Instant
  /// How long before a shift the program reminds; nil for no reminder.
  package var alarm: Span?

  package init(name: String, stamp: Instant, alarm: Span? = nil) {
    self.name = name
    self.stamp = stamp
    self.alarm = alarm
  }

  /// The document; gaps are left out, as nobody would have them in a calendar of their own.
  package func write(_ shifts: [Shift]) -> String {
    var lines = [
      "BEGIN:VCALENDAR", "PRODID:-//Sitrep//On call//EN", "VERSION:2.0", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
      "X-WR-CALNAME:" + Self.escaped(name), "X-PUBLISHED-TTL:PT1H",
    ]
    for shift in shifts { lines += event(shift) }
    lines.append("END:VCALENDAR")
    return lines.map { Self.folded($0) + "\r\n" }.joined()
  }

  /// The shifts of a schedule as a document: four weeks back and half a year ahead where nothing is said.
  /// - Parameters:
  ///   - record: what was recorded; without a change since, the same document comes out, byte for byte.
  ///   - person: one person's shifts alone; everybody's where nil.
  ///   - role: one role's alone.
  package static func export(
    _ schedule: Schedule, _ record: RecordedRota, at now: Instant, person: String? = nil, role: DutyRole? = nil,
    from: Instant? = nil, to: Instant? = nil, alarm: Span? = nil
  ) -> String {
    let shifts = schedule.shifts(from: from ?? now - .days(28), to: to ?? now + .days(182)).filter {
      (person == nil || $0.person == person) && (role == nil || $0.role == role)
    }
    let stamp = record.changedAt ?? record.versions.last?.from ?? firstStamp
    return CalendarText(name: person.map { "On call: \($0)" } ?? "On call", stamp: stamp, alarm: alarm).write(shifts)
  }

  /// Where nothing was ever recorded: 2026-01-01.
  private static let firstStamp = CivilTime(year: 2026, month: 1, day: 1).instantAsUTC

  /// The name of a shift's entry in every export.
  package static func identifier(of shift: Shift) -> String {
    let key = [shift.role.rawValue, shift.person ?? "", shift.start.rfc3339].joined(separator: "\n")
    return String(Chain.digest(of: key.utf8).suffix(40)) + "@sitrep"
  }

  private func event(_ shift: Shift) -> [String] {
    guard let person = shift.person else { return [] }
    let summary = "\(person) on call (\(shift.role.rawValue))"
    var lines = [
      "BEGIN:VEVENT", "UID:" + Self.identifier(of: shift), "DTSTAMP:" + Self.time(stamp),
      "DTSTART:" + Self.time(shift.start), "DTEND:" + Self.time(shift.end), "SUMMARY:" + Self.escaped(summary),
      "DESCRIPTION:" + Self.escaped("By \(shift.source.rawValue)."), "CATEGORIES:ON-CALL", "TRANSP:TRANSPARENT",
    ]
    if let alarm {
      lines += [
        "BEGIN:VALARM", "ACTION:DISPLAY", "DESCRIPTION:" + Self.escaped(summary),
        "TRIGGER:-PT\(max(0, alarm.minutes))M", "END:VALARM",
      ]
    }
    return lines + ["END:VEVENT"]
  }

  /// "20261123T080000Z".
  static func time(_ instant: Instant) -> String {
    let civil = CivilTime(instant)
    return "\(padded(civil.year, 4))\(padded(civil.month, 2))\(padded(civil.day, 2))T"
      + "\(padded(civil.hour, 2))\(padded(civil.minute, 2))\(padded(civil.second, 2))Z"
  }

  private static let unprintable: Set<Unicode.GeneralCategory> = [
    .control, .format, .lineSeparator, .paragraphSeparator, .surrogate,
  ]

  /// A text value: the backslash first, then what would end the value or the line.
  static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case ";": result += "\\;"
      case ",": result += "\\,"
      case "\n": result += "\\n"
      case _ where unprintable.contains(scalar.properties.generalCategory): continue
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// Lines of at most 75 octets; the rest goes on behind a blank, and no character is cut in two.
  static func folded(_ line: String) -> String {
    var result = ""
    var octets = 0
    for scalar in line.unicodeScalars {
      let length = UTF8.width(scalar)
      if octets + length > 75 {
        result += "\r\n "
        octets = 1
      }
      result.unicodeScalars.append(scalar)
      octets += length
    }
    return result
  }
}
