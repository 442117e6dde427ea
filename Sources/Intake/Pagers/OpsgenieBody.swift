package import EventLog
import Incidents

/// The body of a webhook of Opsgenie: one action on one alert. It bears no id of its own, so the alert, the action and
/// the alert's time of change make it one.
package enum OpsgenieBody {
  /// The largest body that is read, in bytes.
  package static let byteLimit = 1 << 20

  private static let kinds: [String: PagerReport.Kind] = [
    "Create": .triggered, "Acknowledge": .acknowledged, "UnAcknowledge": .unacknowledged, "Close": .resolved,
    "Escalate": .escalated, "EscalateNext": .escalated, "AssignOwnership": .reassigned, "TakeOwnership": .reassigned,
  ]

  /// - Throws: where the body is not such a document. An action that is not known is no fault.
  package static func decode(_ bytes: [UInt8], now: Instant) throws(MalformedBody) -> PagerNotice {
    let body = try BodyFields(bytes, limit: byteLimit)
    let action = try body.requiredText("action")
    let alert = try body.requiredObject("alert")
    let id = try PagerDutyBody.plain(try alert.requiredText("alertId"), alert.place("alertId"))
    let created = try alert.integer("createdAt")
    let changed = try alert.integer("updatedAt") ?? created
    guard let kind = kinds[action] else { return .notFollowed(type: action) }
    let type = try body.object("source")?.text("type")
    // What integrations and rules do bears a name, too.
    let isMachine = type == "integration"
    let user = isMachine ? nil : person(try alert.text("username"))
    let owner = person(try alert.text("owner"))
    return .report(
      PagerReport(
        pager: "", eventID: "\(action):\(id):\(changed ?? 0)", kind: kind, person: user,
        assignees: owner.map { [$0] } ?? [], key: try alert.text("alias") ?? id, remote: id,
        at: changed.flatMap(time) ?? now))
  }

  private static func person(_ name: String?) -> PagerReport.Person? {
    guard let name, !name.isEmpty, name != "System" else { return nil }
    return PagerReport.Person(name: TextLimit.name.cut(name))
  }

  /// Written in milliseconds in some places and in nanoseconds in others.
  private static func time(_ number: Int64) -> Instant? {
    guard number > 0 else { return nil }
    return Instant(milliseconds: number > 100_000_000_000_000 ? number / 1_000_000 : number)
  }
}
