package import EventLog
package import Incidents

/// The body of an event as PagerDuty's Events v2 has it.
package struct EventBody: Hashable, Sendable {
  /// The largest body that is read, in bytes.
  package static let byteLimit = 512_000
  private static let keyLimit = 255
  private static let summaryLimit = 1_024

  /// The secret by which the sender is known.
  package var routingKey: String
  package var action: SentEvent.Action
  package var key: String
  private var labels: [String: String] = [:]
  private var annotations: [String: String] = [:]
  private var at: Instant

  /// What is wrong with an event, all of it.
  package struct Faults: Error, Hashable, Sendable {
    package var sentences: [String]
    package var isTooLarge = false
  }

  /// - Parameter now: when it began, where the event does not say.
  /// - Throws: every fault of it.
  package static func decode(_ bytes: [UInt8], now: Instant) throws(Faults) -> EventBody {
    let body: BodyFields
    do throws(MalformedBody) {
      body = try BodyFields(bytes, limit: byteLimit)
    } catch {
      throw Faults(sentences: [error.sentence], isTooLarge: error.isTooLarge)
    }
    var reading = Reading(body: body)
    let event = reading.event(bytes, now: now)
    guard let event, reading.faults.isEmpty else { throw Faults(sentences: reading.faults) }
    return event
  }

  /// The event as the desk takes it.
  ///
  /// - Parameters:
  ///   - sender: the name of its key: each sender has names of its own for things.
  ///   - service: the one that the key is for; nil for all.
  package func event(from sender: String, service: String?) -> SentEvent {
    let fingerprint = Chain.digest(of: Array("\(sender)\0\(key)".utf8))
    var labels = labels
    if let service { labels["service"] = service }
    let alert = AlertReading(
      fingerprint: String(fingerprint.prefix(32)), isFiring: action == .trigger, labels: labels,
      annotations: annotations, startsAt: at)
    return SentEvent(
      action: action, key: key, alert: TextLimit.alert(alert, documentBytes: Self.byteLimit))
  }

  /// Reads on after a fault, so that a sender learns of all of them.
  private struct Reading {
    let body: BodyFields
    var faults: [String] = []

    mutating func take<Value>(_ read: () throws(MalformedBody) -> Value?) -> Value? {
      do throws(MalformedBody) { return try read() } catch {
        faults.append(error.sentence)
        return nil
      }
    }

    mutating func event(_ bytes: [UInt8], now: Instant) -> EventBody? {
      let body = body
      let routingKey = take { () throws(MalformedBody) in try body.requiredText("routing_key") }
      let word = take { () throws(MalformedBody) in try body.requiredText("event_action") }
      let action = word.flatMap(SentEvent.Action.init(rawValue:))
      if let word, action == nil {
        faults.append("event_action: \(quoted(word)) is none of trigger, acknowledge, resolve")
      }
      var key = take { () throws(MalformedBody) in try body.text("dedup_key") }
      if key?.isEmpty == true { key = nil }
      if let given = key, given.count > keyLimit { faults.append("dedup_key: is longer than \(keyLimit) characters") }
      if key == nil, let action, action != .trigger { faults.append("dedup_key: is missing") }
      guard let routingKey, let action else { return nil }
      // The same event without a key is the same thing.
      var event = EventBody(
        routingKey: routingKey, action: action, key: key ?? String(Chain.digest(of: bytes).prefix(32)), at: now)
      if action == .trigger { describe(&event, now: now) }
      return event
    }

    /// An offset may be written without its colon ("+0000").
    private static func time(_ text: String) -> Instant? {
      if let instant = WireTime.instant(text) { return instant }
      let offset = text.suffix(5)
      guard offset.count == 5, let sign = offset.first, "+-".contains(sign), offset.dropFirst().allSatisfy(\.isNumber)
      else { return nil }
      return WireTime.instant(text.dropLast(2) + ":" + text.suffix(2))
    }

    private mutating func describe(_ event: inout EventBody, now: Instant) {
      let body = body
      guard let payload = take({ () throws(MalformedBody) in try body.requiredObject("payload") }) else { return }
      let summary = take { () throws(MalformedBody) in try payload.requiredText("summary") } ?? ""
      let source = take { () throws(MalformedBody) in try payload.requiredText("source") } ?? ""
      let severity = take { () throws(MalformedBody) in try payload.requiredText("severity") } ?? ""
      if !severity.isEmpty, !["critical", "error", "warning", "info"].contains(severity) {
        faults.append("payload.severity: \(quoted(severity)) is none of critical, error, warning, info")
      }
      let optional = { (reading: inout Reading, fields: BodyFields, key: String) -> String? in
        reading.take { () throws(MalformedBody) in try fields.text(key) }.flatMap { $0.isEmpty ? nil : $0 }
      }
      let (group, kind) = (optional(&self, payload, "group"), optional(&self, payload, "class"))
      let component = optional(&self, payload, "component")
      // Senders write offsets in more ways than one; a time that cannot be read is no reason to lose a page.
      if let at = optional(&self, payload, "timestamp").flatMap(Self.time) { event.at = min(at, now) }
      event.labels = [
        "alertname": kind ?? TextLimit.name.cut(summary), "severity": severity, "service": component ?? source,
        "instance": source,
      ]
      event.annotations = ["summary": String(summary.prefix(summaryLimit))]
      let others = [
        ("group", group), ("client", optional(&self, body, "client")),
        ("client_url", optional(&self, body, "client_url")), ("custom_details", payload.json("custom_details")),
        ("links", body.json("links")),
      ]
      for (name, text) in others { if let text { event.annotations[name] = text } }
    }
  }
}
