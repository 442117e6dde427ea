package import EventLog

/// The names by which people call zones. Those that mean one offset all year are known here; what changes with the
/// season needs tables, which others have.
package enum ZoneName {
  private static let minutes: [String: Int64] = [
    "UTC": 0, "GMT": 0, "Z": 0, "WET": 0, "CET": 60, "CEST": 120, "BST": 60, "WEST": 60, "EET": 120, "EEST": 180,
    "MSK": 180, "EST": -300, "EDT": -240, "CDT": -300, "MST": -420, "MDT": -360, "PST": -480, "PDT": -420,
    "AKST": -540, "AKDT": -480, "HST": -600, "JST": 540, "KST": 540, "SGT": 480, "HKT": 480, "AEST": 600, "AEDT": 660,
    "ACST": 570, "AWST": 480, "NZST": 720, "NZDT": 780, "SAST": 120, "BRT": -180, "IST": 330, "CST": -360,
  ]

  /// Names that stand for a place and its seasons, with the zone of the tables.
  private static let places: [String: String] = [
    "PT": "America/Los_Angeles", "ET": "America/New_York", "CT": "America/Chicago", "MT": "America/Denver",
  ]

  /// The names that mean another offset elsewhere.
  package static let ambiguous: Set<String> = ["IST", "CST", "BST", "MST"]

  /// Whether a word is the name of a zone, in capitals as people write them.
  package static func isKnown(_ name: String) -> Bool {
    minutes[name] != nil || places[name] != nil || offset(name) != nil || isPlace(name)
  }

  private static func isPlace(_ name: String) -> Bool {
    let areas = ["Africa", "America", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific"]
    let parts = name.split(separator: "/")
    return parts.count >= 2 && areas.contains(String(parts[0]))
  }

  /// The zone of the tables that a name stands for: itself where it is a place.
  package static func table(_ name: String) -> String? { places[name] ?? (isPlace(name) ? name : nil) }

  /// How far a zone is ahead of UTC, where its name alone says so: "CET", "+02:00", "UTC-5".
  package static func offset(_ name: String) -> Span? {
    if let known = minutes[name] { return .minutes(known) }
    var text = Substring(name)
    if text.hasPrefix("UTC") || text.hasPrefix("GMT") { text = text.dropFirst(3) }
    guard let sign = text.first, sign == "+" || sign == "-" || sign == "−" else { return nil }
    let digits = text.dropFirst().filter(\.isNumber)
    guard let number = Int64(digits), !digits.isEmpty, digits.count <= 4 else { return nil }
    let length = digits.count <= 2 ? number * 60 : number / 100 * 60 + number % 100
    return length <= 14 * 60 ? .minutes(sign == "+" ? length : -length) : nil
  }

  /// The zone that a text says its times are in: "All times in CET", "Times are UTC", "(UTC)".
  package static func said(in text: String) -> String? {
    let parts = text.split { !($0.isLetter || $0.isNumber || "+-:/_".contains($0)) }.map(String.init)
    for part in parts {
      let name = part.hasSuffix(":") ? String(part.dropLast()) : part
      let isOffset = name.hasPrefix("UTC") || name.hasPrefix("GMT") || minutes[name] != nil || places[name] != nil
      if isOffset || isPlace(name), isKnown(name) { return name }
    }
    return nil
  }
}
