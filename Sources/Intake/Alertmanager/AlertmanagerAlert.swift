import EventLog
import Incidents

/// One element of `alerts`, read but not yet judged: the group's status may stand after it in the document.
struct AlertmanagerAlert {
  private var status: AlertStatus?
  private var labels: [String: String]?
  private var annotations: [String: String] = [:]
  private var startsAt: Instant?
  private var endsAt: Instant?
  private var generatorURL: String?
  private var fingerprint: String?
  /// How many bytes of the document it took: an upper bound of what its texts take when they are written as JSON.
  private var byteCount = 0

  init(from reader: inout JSONReader) throws(MalformedBody) {
    let start = reader.offset
    try reader.open("body")
    while let key = try reader.key(in: "body") { try read(key, from: &reader) }
    byteCount = reader.offset - start
  }

  private mutating func read(_ key: String, from reader: inout JSONReader) throws(MalformedBody) {
    switch key {
    case "status": status = try reader.status(key)
    case "labels": labels = try reader.texts(key)
    case "annotations": annotations = try reader.texts(key) ?? [:]
    case "startsAt": startsAt = try reader.instant(key)
    case "endsAt": endsAt = try reader.instant(key)
    case "generatorURL": generatorURL = try reader.optionalText(key)
    case "fingerprint": fingerprint = try reader.fingerprint(key)
    default: try reader.skip(key)
    }
  }

  /// - Parameter groupStatus: what the group says, used only where the alert itself says nothing.
  func reading(groupStatus: AlertStatus?) throws(MalformedBody) -> AlertReading {
    guard let labels else { throw MalformedBody("labels", "is missing; an alert is known by its labels") }
    guard !labels.isEmpty else { throw MalformedBody("labels", "is empty; an alert is known by its labels") }
    guard let status = status ?? groupStatus else {
      throw MalformedBody("status", "is missing here and in the group; \"firing\" or \"resolved\" is expected")
    }
    guard let startsAt else {
      throw MalformedBody("startsAt", "is missing; an episode of an alert is known by when it began")
    }
    let reading = AlertReading(
      fingerprint: fingerprint ?? LabelFingerprint.of(labels), isFiring: status == .firing, labels: labels,
      annotations: annotations, startsAt: startsAt, endsAt: status == .firing ? nil : endsAt,
      generatorURL: generatorURL.flatMap { $0.isEmpty ? nil : $0 })
    return TextLimit.alert(reading, documentBytes: byteCount)
  }
}
