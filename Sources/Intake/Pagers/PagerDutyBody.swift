import EventLog
import Incidents

/// The body of a webhook of PagerDuty, version 3: one event in an envelope.
package enum PagerDutyBody {
  /// The largest body that is read, in bytes.
  package static let byteLimit = 1 << 20
  private static let mostAssignees = 50

  private static let kinds: [String: PagerReport.Kind] = [
    "incident.triggered": .triggered, "incident.acknowledged": .acknowledged,
    "incident.unacknowledged": .unacknowledged, "incident.escalated": .escalated,
    "incident.reassigned": .reassigned, "incident.delegated": .reassigned, "incident.resolved": .resolved,
    "incident.reopened": .reopened,
  ]

  /// - Throws: where the body is not such a document. A type that is not known is no fault.
  package static func decode(_ bytes: [UInt8]) throws(MalformedBody) -> PagerNotice {
    let event = try BodyFields(bytes, limit: byteLimit).requiredObject("event")
    let type = try event.requiredText("event_type")
    if type == "pagey.ping" { return .ping }
    let id = try event.requiredText("id")
    guard let at = try event.instant("occurred_at") else {
      throw MalformedBody(event.place("occurred_at"), "is missing")
    }
    guard let kind = kinds[type] else { return .notFollowed(type: type) }
    let data = try event.requiredObject("data")
    let remote = try data.requiredText("id")
    var assignees: [PagerReport.Person] = []
    for fields in try data.objects("assignees", most: mostAssignees) {
      if let assignee = try named(fields) { assignees.append(assignee) }
    }
    return .report(
      PagerReport(
        pager: "", eventID: try plain(id, event.place("id")), kind: kind, person: try person(event.object("agent")),
        assignees: assignees,
        key: try data.text("incident_key") ?? remote, remote: remote, link: try data.text("html_url"), at: at))
  }

  /// It becomes a part of what makes the report one: of printable characters, and not too long.
  static func plain(_ id: String, _ place: String) throws(MalformedBody) -> String {
    guard id.utf8.count <= 200, id.utf8.allSatisfy({ (33...126).contains($0) }) else {
      throw MalformedBody(place, "\(quoted(id)) is not an id (1 to 200 printable characters)")
    }
    return id
  }

  /// Whoever did it, where that is a person: integrations and rules act there, too.
  private static func person(_ agent: BodyFields?) throws(MalformedBody) -> PagerReport.Person? {
    guard let agent, let type = try agent.text("type"), ["user", "user_reference"].contains(type) else { return nil }
    return try named(agent)
  }

  private static func named(_ fields: BodyFields) throws(MalformedBody) -> PagerReport.Person? {
    let other = try fields.text("name")
    guard let name = try fields.text("summary") ?? other, !name.isEmpty else { return nil }
    return PagerReport.Person(name: TextLimit.name.cut(name), email: try fields.text("email"))
  }
}
