import Incidents

/// How much text of one alert is kept, so that its event stays within the 64 KiB that an event may hold.
///
/// The rule: each text keeps at most 4 KiB, cut at a character and ended with "…"; a label or annotation whose name
/// is longer than 256 bytes is left out; labels and annotations together keep at most 32 KiB, the ones that people
/// and rules read first, then by name. What was cut is said in the annotation `sitrep_cut`. Bytes are counted as
/// they are written in JSON, where a control character takes six. The fingerprint is that of the whole label set.
package struct TextLimit: Sendable {
  package var bytes: Int

  package static let text = TextLimit(bytes: 4_096)
  package static let name = TextLimit(bytes: 256)
  package static let texts = TextLimit(bytes: 32_768)
  /// The annotation that says what was cut.
  package static let note = "sitrep_cut"

  static let firstLabels = ["alertname", "severity", "service", "job", "instance"]
  static let firstAnnotations = ["summary", "title", "description", "message", "runbook_url"]

  /// The text within this limit.
  package func cut(_ text: String) -> String {
    // No byte takes more than six in JSON.
    if text.utf8.count * 6 <= bytes || Self.written(text) <= bytes { return text }
    var kept = ""
    var room = bytes - 3
    for character in text.unicodeScalars {
      room -= Self.written(String(character))
      guard room >= 0 else { break }
      kept.unicodeScalars.append(character)
    }
    return kept + "…"
  }

  /// - Parameter documentBytes: what the alert took in its document; its texts written anew take no more.
  static func alert(_ reading: AlertReading, documentBytes: Int) -> AlertReading {
    guard documentBytes > text.bytes else { return reading }
    var limited = reading
    var room = texts.bytes
    var cuts = 0
    limited.labels = keep(reading.labels, first: firstLabels, room: &room, cuts: &cuts)
    limited.annotations = keep(reading.annotations, first: firstAnnotations, room: &room, cuts: &cuts)
    limited.generatorURL = reading.generatorURL.map(text.cut)
    if limited.generatorURL != reading.generatorURL { cuts += 1 }
    if cuts > 0 { limited.annotations[note] = "\(cuts) texts were cut or left out: the alert was too long to keep" }
    return limited
  }

  private static func keep(
    _ texts: [String: String], first: [String], room: inout Int, cuts: inout Int
  ) -> [String: String] {
    var kept: [String: String] = [:]
    let others = texts.keys.filter { !first.contains($0) }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    for key in first + others {
      guard let whole = texts[key] else { continue }
      let short = text.cut(whole)
      // Two pairs of quotes, a colon and a comma.
      let size = written(key) + written(short) + 6
      guard written(key) <= name.bytes, size <= room else {
        cuts += 1
        continue
      }
      room -= size
      kept[key] = short
      if short != whole { cuts += 1 }
    }
    return kept
  }

  /// The bytes of a text inside the quotes of a JSON string.
  static func written(_ text: String) -> Int {
    text.utf8.reduce(0) { total, byte in
      switch byte {
      case Byte.quote, Byte.backslash: total + 2
      case 0..<32: total + 6
      default: total + 1
      }
    }
  }
}
