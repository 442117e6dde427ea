package import EventLog

/// One alert by its identity, in its latest episode. Each is a stream of its own, so that an incident's state stays
/// small however many join it.
package struct Alert: Hashable, Sendable, Codable {
  package var id: StreamID
  package var source = ""
  package var fingerprint = ""
  package var name = ""
  package var headline = ""
  package var service: String?
  package var family = ""
  package var labels: [String: String] = [:]
  package var annotations: [String: String] = [:]
  package var isFiring = false
  package var startsAt = Instant(milliseconds: 0)
  package var endsAt: Instant?
  package var receivedAt = Instant(milliseconds: 0)
  package var groupKey = ""
  package var generatorURL: String?
  package var incident: StreamID?
  package var isDrill = false
  /// How often it began to fire.
  package var episodes = 0

  package init(id: StreamID) { self.id = id }

  package static func stream(source: String, fingerprint: String) -> StreamID {
    StreamID("alert", source + "/" + fingerprint)
  }
}

/// How an alert's events become its state.
package enum AlertFold: Folding {
  package static let streamKind = "alert"
  package static let version = 1
  package static var payloads: [any EventPayload.Type] { [AlertFired.self, AlertResolved.self] }

  package static let table = TableSpec(
    "alert",
    columns: [
      .text("name"), .text("headline"), .optionalText("service"), .text("family"), .optionalText("severity"),
      .integer("is_firing"), .integer("starts_at"), .optionalInteger("ends_at"), .integer("received_at"),
      .optionalText("incident"), .text("source"), .optionalText("runbook_url"), .integer("episodes"),
      .integer("drill"),
    ],
    indexes: [
      .init("incident", "is_firing", where: "incident IS NOT NULL"), .init("received_at", where: "is_firing = 1"),
    ], urgent: "is_firing = 1")
  package static var tables: [TableSpec] { [table] }

  package static func initial(_ stream: StreamID) -> Alert { Alert(id: stream) }

  package static func apply(_ event: Event, to alert: inout Alert) {
    switch event.kind {
    case AlertFired.kind:
      // The same episode told twice (by two files that both listened), or an older one: on record, no news.
      guard let body = event.decoded(AlertFired.self), alert.episodes == 0 || body.startsAt > alert.startsAt
      else { return }
      alert.source = body.source
      alert.fingerprint = body.fingerprint
      alert.name = body.name
      alert.headline = body.headline
      alert.service = body.service
      alert.family = body.family
      alert.labels = body.labels
      alert.annotations = body.annotations
      alert.groupKey = body.groupKey
      alert.generatorURL = body.generatorURL
      alert.startsAt = body.startsAt
      alert.endsAt = nil
      alert.receivedAt = event.recordedAt
      alert.isFiring = true
      alert.isDrill = event.drill
      alert.incident = event.incident
      alert.episodes += 1
    case AlertResolved.kind:
      guard let body = event.decoded(AlertResolved.self), body.startsAt == alert.startsAt else { return }
      alert.isFiring = false
      alert.endsAt = body.endsAt ?? event.happenedAt
    default: break
    }
  }

  package static func rows(_ alert: Alert) -> [TableRow] {
    guard alert.episodes > 0 else { return [] }
    return [
      TableRow(
        table.name,
        [
          .text(alert.name), .text(alert.headline), .text(alert.service), .text(alert.family),
          .text(alert.labels["severity"]), .flag(alert.isFiring), .instant(alert.startsAt), .instant(alert.endsAt),
          .instant(alert.receivedAt), .text(alert.incident?.name), .text(alert.source),
          .text(alert.annotations["runbook_url"]), .integer(Int64(alert.episodes)), .flag(alert.isDrill),
        ])
    ]
  }

  package static func label(of event: Event) -> String { "alert" }

  package static func text(of event: Event) -> String? {
    switch event.kind {
    case AlertFired.kind:
      event.decoded(AlertFired.self).map {
        $0.headline == $0.name ? "\($0.name) fires" : "\($0.name) fires: \($0.headline)"
      }
    case AlertResolved.kind: event.decoded(AlertResolved.self).map { "\($0.name) is resolved" }
    default: nil
    }
  }
}
