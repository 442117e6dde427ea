package import EventLog
import Incidents

extension CommsRow {
  /// The object of `comms due --json`; times are RFC 3339 UTC, what is unknown is null.
  package func json(at now: Instant) -> JSONValue {
    .object([
      "incident": .string(label), "id": .string(id.name), "title": .string(title),
      "severity": .string(severityLabel), "state": .string(state.rawValue), "drill": .bool(isDrill),
      "long": .bool(isLong), "commander": .text(commander), "declared_at": .time(declaredAt),
      "detected_earlier_at": .time(detectedEarlierAt), "clocks": .array(clocks.map { $0.json(at: now) }),
      "audiences": .array(listeners.map(\.json)), "drafting": .array(drafting.map(\.json)),
    ])
  }
}

extension CommsRow.Clock {
  fileprivate func json(at now: Instant) -> JSONValue {
    .object([
      "clock": .string(clock.rawValue), "due_at": .time(deadline?.dueAt),
      "state": .text(deadline?.state(at: now).rawValue), "rule": .text(deadline?.rule), "last_at": .time(lastAt),
    ])
  }
}

extension CommsRow.Listener {
  fileprivate var json: JSONValue {
    .object([
      "audience": .string(audience.rawValue), "channels": .array(channels.map { .string($0) }),
      "told_at": .time(told?.at), "told_by": .text(told?.person), "told_state": .text(told?.state?.rawValue),
      "next_update_at": .time(told?.nextUpdateAt),
      "letters": .array((sending?.ways ?? []).map(\.json)),
    ])
  }
}

extension MessageRecord.Way {
  /// The object of a letter of a message, in `comms due --json` and `comms send --json`.
  package var json: JSONValue {
    .object([
      "channel": .string(channel), "state": .string(result.rawValue), "at": .time(at), "reason": .text(because),
    ])
  }
}

extension DraftClaim {
  /// The object of somebody who drafts, in `comms due --json` and `comms draft --json`.
  package var json: JSONValue {
    .object([
      "person": .string(person), "audience": .string(audience.rawValue), "since": .time(since),
    ])
  }
}
