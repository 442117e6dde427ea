import Crypto
import Foundation

/// Webhooks of other pagers, as their senders write them.
enum PagerBody {
  static func pagerDuty(
    _ type: String = "incident.acknowledged", id: String = "01CSE9N2AO", key: String? = "sitrep/one",
    agent: String = #"{"id": "PXPGF42", "summary": "Mira Okafor", "type": "user_reference"}"#
  ) -> [UInt8] {
    let key = key.map { "\"\($0)\"" } ?? "null"
    return Array(
      """
      {"event": {"id": "\(id)", "event_type": "\(type)", "resource_type": "incident",
        "occurred_at": "2026-11-21T03:30:41.123Z", "agent": \(agent), "client": null,
        "data": {"id": "PT4KHLK", "type": "incident", "number": 1234, "status": "acknowledged",
          "html_url": "https://acme.pagerduty.example/incidents/PT4KHLK", "incident_key": \(key),
          "created_at": "2026-11-21T03:30:00Z", "title": "Too many errors", "priority": null,
          "service": {"id": "PIJ90N7", "summary": "checkout", "type": "service_reference"},
          "assignees": [{"id": "PXPGF42", "summary": "Mira Okafor", "type": "user_reference"}]}}}
      """.utf8)
  }

  static func opsgenie(_ action: String = "Acknowledge") -> [UInt8] {
    Array(
      """
      {"source": {"name": "", "type": "web"}, "action": "\(action)", "integrationName": "sitrep",
        "alert": {"updatedAt": 1795231841123000000, "message": "Too many errors", "username": "mira@example.org",
          "alertId": "052652ac-5d1c-464a-812a-7dd18bbfba8c", "source": "checkout", "alias": "sitrep/one",
          "tinyId": "23", "createdAt": 1795231800000, "userId": "daed1180", "entity": "", "tags": ["eu"],
          "owner": "mira@example.org"}}
      """.utf8)
  }

  static func event(
    _ action: String = "trigger", routingKey: String = String(repeating: "k", count: 32), key: String? = "srv/1",
    payload: String? = #"{"summary": "Disk is full", "source": "db1", "severity": "error", "component": "database"}"#
  ) -> [UInt8] {
    var fields = [#""routing_key": "\#(routingKey)""#, #""event_action": "\#(action)""#]
    if let key { fields.append(#""dedup_key": "\#(key)""#) }
    if let payload { fields.append(#""payload": \#(payload)"#) }
    return Array("{\(fields.joined(separator: ", "))}".utf8)
  }

  /// As PagerDuty signs.
  static func signature(_ body: [UInt8], _ secret: String) -> String {
    let code = HMAC<SHA256>.authenticationCode(for: body, using: SymmetricKey(data: Array(secret.utf8)))
    return "v1=" + code.map { String(format: "%02x", $0) }.joined()
  }
}
