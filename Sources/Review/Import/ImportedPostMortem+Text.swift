package import EventLog
import Incidents

extension ImportedPostMortem {
  /// What will be recorded, line by line, for a person to look at first.
  package var lines: [String] {
    var lines = [
      "title       \(title)",
      "severity    \(severity.map(\.name) ?? "not known")\(severityText.map { " (\"\($0)\")" } ?? "")",
      "services    \(services.isEmpty ? "not known" : services.joined(separator: ", "))",
      "resolution  \(resolution?.rawValue ?? "not known")",
    ]
    for mark in marks {
      lines.append(
        "\(mark.name): \(mark.point.at.written(mark.point.precision)) UTC (line \(mark.line): \(mark.words.prefix(70)))"
      )
    }
    for stated in stated {
      let known = stated.figure.flatMap { name in computed.first { $0.name == name } }
      let beside = known.map { figure in
        figure.value.map { "computed \($0.measured)" } ?? "not to be computed: \(figure.missing ?? "unknown")"
      }
      lines.append(
        "stated: \(stated.name) \(stated.text)" + (beside.map { ", \($0)" } ?? "") + " (line \(stated.line))")
    }
    lines.append("timeline    \(entries.count) lines")
    for entry in entries {
      let end = entry.endedAt.map { " to \($0.clock.dropLast(3))" } ?? ""
      lines.append("  \(entry.at.written(entry.precision))\(end)  \(entry.text)")
    }
    for remark in remarks { lines.append("not read: \(remark.what)" + (remark.line.map { " (line \($0))" } ?? "")) }
    return lines
  }

  /// The object of `postmortem import --json`.
  package var json: [String: JSONValue] {
    func text(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }
    func line(_ line: Int?) -> JSONValue { line.map { .integer(Int64($0)) } ?? .null }
    return [
      "title": .string(title), "severity": text(severity?.name), "severity_text": text(severityText),
      "services": .array(services.map { .string($0) }), "resolution": text(resolution?.rawValue),
      "summary": text(summary), "impact": text(impact),
      "times": .array(
        marks.map {
          .object([
            "name": .string($0.name), "at": .string($0.point.at.rfc3339),
            "precision": .string($0.point.precision.rawValue), "line": line($0.line), "words": .string($0.words),
          ])
        }),
      "stated": .array(
        stated.map { stated in
          let figure = stated.figure.flatMap { name in computed.first { $0.name == name } }
          return .object([
            "name": .string(stated.name), "text": .string(stated.text),
            "ms": stated.span.map { .integer($0.milliseconds) } ?? .null,
            "computed_ms": figure?.value.map { .integer($0.milliseconds) } ?? .null, "line": line(stated.line),
          ])
        }),
      "timeline": .array(
        entries.map {
          .object([
            "happened_at": .string($0.at.rfc3339), "precision": .string($0.precision.rawValue),
            "ended_at": text($0.endedAt?.rfc3339), "zone": text($0.zone), "text": .string($0.text),
            "line": line($0.line),
          ])
        }),
      "not_read": .array(remarks.map { .object(["what": .string($0.what), "line": line($0.line)]) }),
    ]
  }
}
