package import EventLog
import Incidents

extension IncidentRow {
  /// The object of `incident list --json`; times are RFC 3339 UTC, what is unknown is null.
  package func json(at now: Instant) -> JSONValue {
    let next = nextDeadline
    return .object([
      "number": .integer(Int64(number)), "label": .string(label), "id": .string(id.name),
      "revision": .integer(Int64(revision)), "title": .string(title),
      // What no document and no person says is not made up here.
      "severity": .string(isSeverityStated ? severity.name : "unstated"),
      "severity_confirmed": .bool(isSeverityConfirmed), "status": .string(status.rawValue),
      "resolution": .text(resolution?.rawValue), "service": .text(service), "drill": .bool(isDrill),
      "impact_started_at": .time(impactStartedAt), "detected_at": .time(detectedAt),
      "declared_at": .time(declaredAt), "acknowledged_at": .time(acknowledgedAt),
      "acknowledged_by": .text(acknowledgedBy), "mitigated_at": .time(mitigatedAt),
      "resolved_at": .time(resolvedAt), "commander": .text(commander),
      "alerts_firing": .integer(Int64(alertsFiring)),
      "pager": pager.map {
        .object(["name": .text($0.name), "word": .text($0.word), "at": .time($0.at)])
      } ?? .null,
      "paging": paging.json,
      "snoozed_until": .time(snoozedUntil), "merged_into": .text(mergedInto?.name),
      "suspected_parent": .text(suspectedParent?.name), "next_commander": .text(offeredTo),
      "next_deadline": next.map { $0.json(at: now, keys: ["kind", "due_at", "state"]) } ?? .null,
    ])
  }
}

extension PagingRow? {
  /// What is not known, or is not Sitrep's to know, is null: no field may let anybody believe that somebody was woken.
  fileprivate var json: JSONValue {
    .object([
      "level": self?.level.map { .integer(Int64($0)) } ?? .null,
      "target": .text(self.flatMap { $0.people.isEmpty ? nil : $0.people.joined(separator: ", ") }),
      "next_at": .time(self?.nextAt), "last_result": .text(self?.lastResult?.rawValue),
    ])
  }
}

extension IncidentDetail {
  /// The object of `incident show --json`: the row's fields and the whole incident.
  package func json(at now: Instant) -> JSONValue {
    guard case .object(var fields) = row.json(at: now) else { return .null }
    fields["impact"] = .text(impact)
    fields["can"] =
      report.map {
        .object(["condition": .string($0.condition), "actions": .string($0.actions), "needs": .string($0.needs)])
      } ?? .null
    fields["summary"] = .text(summary)
    fields["verified_by"] = .text(verification)
    fields["waiver"] = .text(waiver)
    fields["rto_verdict"] = .string(recovery.rawValue)
    fields["bridge_url"] = .text(bridgeURL)
    fields["channel"] = .text(channel)
    fields["timeline"] = .array(timeline.map(\.json))
    fields["earlier_entries"] = .integer(Int64(earlierEntries))
    fields["roles"] = .array(
      roles.map {
        .object([
          "role": .string($0.role.rawValue), "person": .string($0.person), "from": .time($0.from), "to": .time($0.to),
        ])
      })
    fields["tasks"] = .array(tasks.map { $0.json(deadlines: row.deadlines, at: now) })
    fields["decisions"] = .array(decisions.map(\.json))
    fields["hypotheses"] = .array(hypotheses.map(\.json))
    fields["offers"] = .array(
      offers.map {
        .object([
          "role": .string($0.role.rawValue), "person": .string($0.person), "offered_by": .string($0.offeredBy),
          "at": .time($0.at), "due_at": .time($0.dueAt),
        ])
      })
    fields["links"] = .array(
      links.map { .object(["id": .string($0.id.description), "link": .string($0.link), "note": .text($0.note)]) })
    fields["children"] = .array(
      children.map {
        .object(["id": .string($0.id.name), "number": .integer(Int64($0.number)), "title": .string($0.title)])
      })
    fields["suspected_children"] = .array(suspects.map { .string($0.id.name) })
    fields["alerts"] = .array(alerts.map(\.json))
    fields["alerts_missing"] = .array(
      missingAlerts.map {
        .object([
          "id": .string($0.id.description), "text": .string($0.text), "actor": .string($0.person), "at": .time($0.at),
        ])
      })
    fields["postmortem"] = postMortem?.json(at: now) ?? .null
    fields["deadlines"] = .array(
      row.deadlines.map { $0.json(at: now, keys: ["kind", "due_at", "met_at", "state", "rule", "target"]) })
    fields["runs"] = .array(runs.map(\.json))
    if let knownAt { fields["as_of"] = .time(knownAt) }
    return .object(fields)
  }
}

extension TimelineRow {
  package var json: JSONValue {
    .object([
      "id": .string(id.description), "kind": .string(label), "event": .string(kind), "actor": .string(person),
      "assurance": .string(assurance.rawValue), "happened_at": .time(happenedAt),
      "precision": .string(precision.rawValue), "recorded_at": .time(recordedAt), "text": .string(text),
      // The id stays the original's; where a correction stands in its place, that supersedes it.
      "supersedes": isCorrected ? .string(id.description) : .null, "corrected_by": .text(correctedBy?.description),
      "pinned": .bool(isPinned), "hidden": .bool(isHidden),
      "evidence": .array(evidence.map(JSONValue.string)), "origin": .text(origin),
    ])
  }
}

extension AlertRow {
  package var json: JSONValue {
    .object([
      "id": .string(id.name), "name": .string(name), "headline": .string(headline), "firing": .bool(isFiring),
      "starts_at": .time(startsAt), "ends_at": .time(endsAt), "episodes": .integer(Int64(episodes)),
      "source": .string(source), "runbook_url": .text(runbookURL), "verdict": .text(verdict?.rawValue),
    ])
  }
}

extension RunRow {
  package var json: JSONValue {
    .object([
      "id": .string(id.name), "procedure": .string(procedure), "title": .string(title),
      "incident": .text(incidentLabel), "started_at": .time(startedAt), "finished_at": .time(finishedAt),
      "done": .integer(Int64(done)), "skipped": .integer(Int64(skipped)), "total": .integer(Int64(total)),
      "current_step": current.map { .integer(Int64($0)) } ?? .null,
      "people": .array(people.map(JSONValue.string)),
    ])
  }
}

extension Deadline {
  func json(at now: Instant, keys: Set<String>) -> JSONValue {
    let all: [String: JSONValue] = [
      // "task:2" is the second task's; the kind of promise stands before the colon.
      "kind": .string(String(kind.prefix { $0 != ":" })), "due_at": .time(dueAt), "met_at": .time(metAt),
      "state": .string(state(at: now).rawValue), "rule": .string(rule), "target": .text(target),
    ]
    return .object(all.filter { keys.contains($0.key) })
  }
}

extension JSONValue {
  /// The text, or null where there is none.
  package static func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
  /// The time as RFC 3339, or null where it is not known.
  package static func time(_ instant: Instant?) -> JSONValue { instant.map { .string($0.rfc3339) } ?? .null }
}
