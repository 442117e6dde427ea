package import Incidents

/// The body of Alertmanager's webhook, version "4" and its forerunner "3", as a signal.
///
/// Read leniently where senders differ (fields that are missing in older versions, fields that are new) and strictly
/// where a guess would hide an alert: what cannot be read is refused with the name of its field.
/// Format: https://prometheus.io/docs/alerting/latest/configuration/#webhook_config
package enum AlertmanagerBody {
  /// The largest body that is read, in bytes.
  package static let byteLimit = 1 << 20
  /// The most alerts in one body.
  package static let alertLimit = 10_000
  /// What every alert of this format names as its source.
  package static let source = "alertmanager"

  /// - Throws: where the body is not such a document. Unknown fields are no fault.
  package static func decode(_ bytes: [UInt8]) throws(MalformedBody) -> AlertSignal {
    guard bytes.count <= byteLimit else {
      throw MalformedBody(
        "body", "\(bytes.count) bytes are more than \(byteLimit); set max_alerts in the receiver", isTooLarge: true)
    }
    var reader = JSONReader(bytes)
    var document = Document()
    try reader.open("body")
    while let key = try reader.key(in: "body") { try document.read(key, from: &reader) }
    do { try reader.end() } catch { throw MalformedBody("body", error) }
    return try document.signal()
  }

  private struct Document {
    var version: String?
    var status: AlertStatus?
    var groupKey = ""
    var receiver = ""
    var truncated = 0
    var alerts: [AlertmanagerAlert]?

    mutating func read(_ key: String, from reader: inout JSONReader) throws(MalformedBody) {
      switch key {
      case "version": version = try reader.version(key)
      case "status": status = try reader.status(key)
      case "groupKey": groupKey = TextLimit.text.cut(try reader.groupKey(key))
      case "receiver": receiver = TextLimit.text.cut(try reader.optionalText(key) ?? "")
      case "truncatedAlerts": truncated = try reader.count(key)
      case "alerts": alerts = try readAlerts(from: &reader)
      default: try reader.skip(key)
      }
    }

    func signal() throws(MalformedBody) -> AlertSignal {
      guard let alerts else { throw MalformedBody("alerts", "is missing") }
      var readings: [AlertReading] = []
      readings.reserveCapacity(alerts.count)
      for (index, alert) in alerts.enumerated() {
        do {
          readings.append(try alert.reading(groupStatus: status))
        } catch {
          throw error.inside("alerts[\(index)]")
        }
      }
      return AlertSignal(
        source: source, groupKey: groupKey, receiver: receiver, truncated: truncated, alerts: readings)
    }

    private func readAlerts(from reader: inout JSONReader) throws(MalformedBody) -> [AlertmanagerAlert] {
      var alerts: [AlertmanagerAlert] = []
      do { try reader.openArray() } catch { throw MalformedBody("alerts", error) }
      while try reader.element(in: "alerts") {
        guard alerts.count < alertLimit else {
          throw MalformedBody(
            "alerts", "more than \(alertLimit) in one body; set max_alerts in the receiver", isTooLarge: true)
        }
        do {
          alerts.append(try AlertmanagerAlert(from: &reader))
        } catch {
          throw error.inside("alerts[\(alerts.count)]")
        }
      }
      return alerts
    }
  }
}
