package import EventLog
import Incidents

extension PeriodReport {
  /// The report as a JSON value: snake_case, times RFC 3339 in UTC, lengths in milliseconds, null for unknown.
  package var json: JSONValue {
    .object([
      "since": .string(since.rfc3339), "until": .string(until.rfc3339), "incidents": .count(incidents.count),
      "open": .count(open), "unrated": .count(unrated), "drills": .count(drills), "excluded": .count(excluded),
      "by_severity": .object(
        Dictionary(
          Severity.allCases.map { ($0.name, JSONValue.count(severities[$0] ?? 0)) }, uniquingKeysWith: { $1 })),
      "begun": .array(begun.map(JSONValue.count)),
      "figures": .object(Dictionary(figures.map { ($0.name.rawValue, $0.json) }, uniquingKeysWith: { $1 })),
      "promises": .array(
        promises.map {
          .object(["kind": .string($0.kind), "kept": .count($0.kept), "broken": .count($0.broken)])
        }),
      "services": .array(
        services.map {
          .object([
            "service": .string($0.service), "incidents": .count($0.count),
            "worst": $0.worst.map { .string($0.name) } ?? .null,
            "time_to_recover_ms": .integer($0.hurt.milliseconds),
          ])
        }),
      "actions_open": .count(openActions),
      "actions_overdue": .array(
        overdueActions.map { overdue in
          var fields = overdue.item.json(at: until)
          fields["incident"] = .string(overdue.label)
          return .object(fields)
        }),
      "rules": .array(rules.map(\.json)),
      "rules_to_reconsider": .array(rules.filter(\.isToReconsider).map { .string($0.rule) }),
      "alerts_missing": .array(
        missingAlerts.map {
          .object([
            "incident": .string($0.label), "service": $0.service.map { .string($0) } ?? .null,
            "text": .string($0.text),
          ])
        }),
      "anniversaries": .array(anniversaries.map(\.json)),
      "cost": cost.map { cost in
        .object([
          "per_hour": .integer(cost.rate.perHour), "currency": .string(cost.rate.currency),
          "total": .integer(cost.total), "incidents": .count(cost.counted),
          "unknown": .array(cost.unknown.map { .string($0) }),
        ])
      } ?? .null,
    ])
  }
}

extension PeriodFigure {
  fileprivate var json: JSONValue {
    func span(_ span: Span?) -> JSONValue { span.map { .integer($0.milliseconds) } ?? .null }
    return .object([
      "count": .count(values?.count ?? 0), "mean_ms": span(values?.mean), "median_ms": span(values?.median),
      "p90_ms": span(values?.p90), "max_ms": span(values?.greatest), "approximate": .count(approximate),
      "incomplete": .array(
        incomplete.map { .object(["incident": .string($0.label), "why": .string($0.why)]) }),
    ])
  }
}

extension JSONValue {
  static func count(_ count: Int) -> JSONValue { .integer(Int64(count)) }
}
