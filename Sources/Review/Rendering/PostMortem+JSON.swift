import EventLog
import Incidents

extension PostMortem {
  /// The draft as JSON text: snake_case, times RFC 3339 in UTC, lengths in milliseconds, null for unknown.
  package var json: String { PayloadText.encode(document) }

  private var document: JSONValue {
    .object([
      "id": .string(id.name), "number": number > 0 ? .integer(Int64(number)) : .null, "label": .string(label),
      "title": .string(title), "service": .text(service), "tier": tier.map { .integer(Int64($0)) } ?? .null,
      "severity": .text(severityReached?.name), "status": .text(status?.rawValue),
      "resolution": .text(resolution?.rawValue), "drill": .bool(isDrill), "public": .bool(isPublic),
      "revision": .integer(Int64(revision)),
      "document_status": .string(stage.rawValue), "owner": .text(owner), "prepared_at": .time(preparedAt),
      "chain_head": .text(chainHead),
      "owes_review": .bool(owesReview), "review_due": .time(reviewDue), "waiver": .text(waiver),
      "summary": .object(["text": .string(summary), "drafted": .bool(isSummaryDrafted)]),
      "impact": .object([
        "text": .text(impact), "condition": .text(report?.condition), "actions": .text(report?.actions),
        "needs": .text(report?.needs), "severities": .array(severities.map(\.value)),
      ]),
      "times": .object([
        "impact_started": .point(times.impactStarted), "detected": .point(times.detected),
        "declared": .point(times.declared), "mitigated": .point(times.mitigated), "resolved": .point(times.resolved),
      ]),
      "detection": .string(detection),
      "alerts": .array(
        alerts.map {
          .object([
            "name": .string($0.name), "headline": .string($0.headline), "verdict": .text($0.verdict?.rawValue),
          ])
        }), "alerts_missing": .array(missingAlerts.map { .string($0) }), "timeline": .array(timeline.map(\.value)),
      "hidden_entries": .integer(Int64(hiddenEntries)), "taken_back_entries": .integer(Int64(takenBackEntries)),
      "roles": .array(
        roles.map {
          .object([
            "role": .string($0.role.rawValue), "who": .string($0.who), "from": .time($0.from), "to": .time($0.to),
          ])
        }),
      "runs": .array(runs.map(\.value)), "promises": .array(promises.map(\.value)),
      "decisions": .array(decisions.map(\.value)), "messages": .array(messages.map(\.value)),
      "verification": .text(verification),
      "recovery": .object([
        "verdict": .string(recovery.verdict.rawValue), "target_ms": .span(recovery.target),
        "measured_ms": .span(recovery.measured),
      ]),
      "statuses": .array(statuses.map(\.value)), "metrics": .object(metrics),
      "attendees": .array(attendees.map { .object(["name": .string($0.name), "alias": .string($0.alias)]) }),
      "contributing_factors": .array(factors.map(value)), "trigger": .text(sections[.trigger]),
      "how": own(.analysis), "lucky": own(.lucky), "surprised": own(.surprised),
      "action_items": .array(actions.map { .object($0.json(at: preparedAt)) }),
      "decisions_not_to_act": own(.notActing), "prevention": own(.prevention),
      "sections": .object(
        Dictionary(sections.map { ($0.key.rawValue, JSONValue.string($0.value)) }, uniquingKeysWith: { $1 })),
      "stated": .array(
        stated.map { .object(["name": .string($0.name), "text": .string($0.text), "ms": .span($0.span)]) }),
      "explanations": .array(
        explanations.map { .object(["section": .string($0.section), "reason": .string($0.reason)]) }),
      "accepted_findings": .array(
        accepted.map {
          .object(["rule": .string($0.rule), "words": .string($0.words), "reason": .string($0.reason)])
        }),
      "gaps": .array(
        gaps.map {
          .object(["section": .string($0.section.rawValue), "what": .string($0.what), "command": .text($0.command)])
        }),
    ])
  }

  /// A section that people wrote, as the one element of an array; none where nobody did.
  private func own(_ section: HumanSection) -> JSONValue {
    .array(sections[section].map { [.string($0)] } ?? [])
  }

  private func value(_ factor: ContributingFactor) -> JSONValue {
    .object([
      "number": .integer(Int64(factor.number)), "text": .string(factor.text), "type": .string(factor.kind.rawValue),
      "evidence": .text(factor.evidence), "accepted": .text(factor.accepted),
      "made_possible": factor.parent.flatMap { id in factors.first { $0.id == id } }.map {
        .integer(Int64($0.number))
      } ?? .null,
    ])
  }

  private var metrics: [String: JSONValue] {
    var metrics: [String: JSONValue] = [:]
    for figure in figures {
      metrics[figure.name.rawValue] = .object([
        "ms": .span(figure.value), "precision": .string(figure.precision.rawValue), "missing": .text(figure.missing),
      ])
    }
    let updates = promises.filter { Clocks.isUpdate($0.kind) && ($0.isKept || $0.isBroken) }
    metrics["updates_due"] = .integer(Int64(updates.count))
    metrics["updates_kept"] = .integer(Int64(updates.count(where: \.isKept)))
    return metrics
  }
}

extension JSONValue {
  fileprivate static func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
  fileprivate static func time(_ instant: Instant?) -> JSONValue { text(instant?.rfc3339) }
  fileprivate static func span(_ span: Span?) -> JSONValue { span.map { .integer($0.milliseconds) } ?? .null }
  fileprivate static func point(_ point: TimePoint?) -> JSONValue {
    point.map { .object(["at": time($0.at), "precision": .string($0.precision.rawValue)]) } ?? .null
  }
}

extension PostMortem.Stretch {
  fileprivate var value: JSONValue { .object(["name": .string(name), "ms": .span(length)]) }
}

extension NarrativeLine {
  fileprivate var value: JSONValue {
    .object([
      "id": .text(event?.description), "happened_at": .time(at), "precision": .string(precision.rawValue),
      "kind": .string(kind), "who": .string(who), "text": .string(text), "pinned": .bool(isPinned),
      "recorded_late_ms": .span(recordedLate), "count": .integer(Int64(count)),
      "evidence": .array(evidence.map { .string($0) }),
    ])
  }
}

extension ReviewRun {
  fileprivate var value: JSONValue {
    .object([
      "procedure": .string(procedure), "title": .string(title), "done": .integer(Int64(done)),
      "total": .integer(Int64(total)), "started_at": .time(startedAt), "finished_at": .time(finishedAt),
      "outcome": .text(outcome),
      "skipped": .array(
        skipped.map {
          .object([
            "number": .integer(Int64($0.number)), "title": .string($0.title), "reason": .string($0.reason),
          ])
        }),
    ])
  }
}

extension Promise {
  fileprivate var value: JSONValue {
    .object([
      "kind": .string(kind), "rule": .string(rule), "owner": .string(owner), "due_at": .time(dueAt),
      "met_at": .time(metAt), "state": .string(state.rawValue), "margin_ms": .span(margin),
    ])
  }
}
