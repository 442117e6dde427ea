/// An event as it counts today: at its original's place, with the body and time of its last correction.
package struct EffectiveEvent: Sendable, Equatable {
  package var event: Event
  /// The correction that counts, where there is one.
  package var correctedBy: EventID?
  package var isRetracted = false
  package var isRedacted = false

  /// The effective events of one stream in the order of their stamps: duplicates dropped, corrections applied to
  /// their original, replacements read where a text was redacted. A correction whose original is not here yet counts
  /// for nothing until that arrives.
  package static func resolve(_ events: [Event], payloads: [any EventPayload.Type]) -> [EffectiveEvent] {
    var byID: [EventID: Event] = [:]
    // Of two copies the one without its text counts: a redaction reaches some files earlier than others.
    for event in events where byID[event.id] == nil || event.payload == nil { byID[event.id] = event }
    let ordered = byID.values.sorted { ($0.stamp, $0.id) < ($1.stamp, $1.id) }
    guard ordered.contains(where: { $0.kind == EventCorrected.kind || $0.kind == EventRedacted.kind }) else {
      return ordered.map { EffectiveEvent(event: $0) }
    }
    let replacements = replacements(in: ordered)
    var latest: [EventID: Event] = [:]
    for event in ordered where event.kind == EventCorrected.kind {
      guard let root = root(of: event, in: byID) else { continue }
      latest[root] = event
    }
    return ordered.compactMap { original in
      guard original.kind != EventCorrected.kind else { return nil }
      var effective = EffectiveEvent(event: original)
      if let replacement = replacements[original.id] {
        effective.event.payload = replacement
        effective.isRedacted = true
      }
      if let correction = latest[original.id] {
        effective.take(correction, replacement: replacements[correction.id], payloads: payloads)
      }
      return effective
    }
  }

  private mutating func take(_ correction: Event, replacement: String?, payloads: [any EventPayload.Type]) {
    correctedBy = correction.id
    guard let text = replacement ?? correction.payload,
      let body = PayloadText.decode(EventCorrected.self, from: text)
    else { return }
    guard !body.isRetraction else {
      isRetracted = true
      return
    }
    event.happenedAt = body.happenedAt ?? event.happenedAt
    event.precision = body.precision ?? event.precision
    let type = payloads.first { $0.kind == event.kind }
    let allowed = type?.correctable ?? []
    guard let fields = body.fields, let payload = event.payload,
      case .object(var object)? = PayloadText.decode(JSONValue.self, from: payload)
    else { return }
    for (name, value) in fields where allowed.contains(name) {
      // A blank in a field that is no text would make the event unreadable; the original's value then stands.
      if value == .string(Redaction.mark), type?.redactable.contains(name) != true { continue }
      object[name] = value
    }
    event.payload = PayloadText.encode(JSONValue.object(object))
  }

  private static func replacements(in events: [Event]) -> [EventID: String] {
    var found: [EventID: String] = [:]
    for event in events {
      for replacement in event.decoded(EventRedacted.self)?.replacements ?? [] {
        found[replacement.target] = replacement.payload
      }
    }
    return found
  }

  /// The original that a chain of corrections leads to; nil where the chain breaks off or runs in a circle.
  private static func root(of correction: Event, in events: [EventID: Event]) -> EventID? {
    var current = correction
    var steps = 0
    while current.kind == EventCorrected.kind {
      guard let target = current.supersedes, let next = events[target], next.stream == correction.stream,
        steps < events.count
      else { return nil }
      current = next
      steps += 1
    }
    return current.id
  }
}
