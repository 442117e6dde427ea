package import EventLog

/// An alert began to fire: a new episode of its identity.
package struct AlertFired: EventPayload {
  package static let kind = "alert.fired"
  package static var redactable: Set<String> {
    ["name", "headline", "service", "family", "labels", "annotations", "groupKey", "generatorURL"]
  }

  package var source: String
  package var fingerprint: String
  package var name: String
  package var headline: String
  package var service: String?
  package var family: String
  package var labels: [String: String]
  package var annotations: [String: String]
  package var startsAt: Instant
  package var groupKey: String
  package var generatorURL: String?

  package var payloadText: String {
    var writer = PayloadWriter(reserving: 1_024)
    writer.put("annotations", annotations)
    writer.put("family", family)
    writer.put("fingerprint", fingerprint)
    writer.put("generatorURL", generatorURL)
    writer.put("groupKey", groupKey)
    writer.put("headline", headline)
    writer.put("labels", labels)
    writer.put("name", name)
    writer.put("service", service)
    writer.put("source", source)
    writer.put("startsAt", startsAt)
    return writer.text
  }
}

/// An episode of an alert ended.
package struct AlertResolved: EventPayload {
  package static let kind = "alert.resolved"
  package static var redactable: Set<String> { ["name"] }

  package var name: String
  package var startsAt: Instant
  package var endsAt: Instant?
}
