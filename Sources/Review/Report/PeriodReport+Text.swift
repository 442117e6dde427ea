import EventLog
import Incidents

extension PeriodReport {
  /// The report as lines for a person.
  package func lines(isASCII: Bool = false) -> [String] {
    let bar = Bar(isASCII: isASCII)
    return heading(bar) + counts(bar) + figureLines + promiseLines(bar) + serviceLines(bar) + ruleLines + actionLines
      + anniversaryLines + costLines
  }

  private func heading(_ bar: Bar) -> [String] {
    var lines = [
      "Incidents from \(since.dateAndClock.dropLast(3)) to \(until.dateAndClock.dropLast(3)) UTC: \(incidents.count)"
        + (open > 0 ? ", \(open) of them open" : "")
    ]
    if incidents.count > 1 { lines.append("  \(bar.sparkline(begun))  when they began") }
    var apart: [String] = []
    if excluded > 0 { apart.append("\(excluded) false alarm, duplicate or cancelled") }
    if drills > 0 { apart.append(drills == 1 ? "1 drill" : "\(drills) drills") }
    if !apart.isEmpty { lines.append("  not counted: " + apart.joined(separator: ", ")) }
    return lines
  }

  private func counts(_ bar: Bar) -> [String] {
    guard !incidents.isEmpty else { return [] }
    let greatest = severities.values.max() ?? 1
    let rated = Severity.allCases.map { severity in
      let count = severities[severity] ?? 0
      return "  \(severity.name)  \(Self.right("\(count)", 5))  \(bar.bar(count, of: greatest))".trimmedEnd
    }
    return [""] + rated + (unrated > 0 ? ["  severity not stated: \(unrated)"] : [])
  }

  private var figureLines: [String] {
    guard !incidents.isEmpty else { return [] }
    var lines = ["", "  figure  count     median        P90        max       mean  incomplete"]
    for figure in figures {
      let name = figure.name.rawValue.uppercased()
      let values = figure.values
      let spans = [values?.median, values?.p90, values?.greatest, values?.mean]
      lines.append(
        "  \(Self.left(name, 6))  \(Self.right("\(values?.count ?? 0)", 5))"
          + spans.map { " " + Self.right($0?.measured ?? "-", 10) }.joined() + "  "
          + (figure.incomplete.isEmpty ? "-" : Self.named(figure.incomplete)))
    }
    for figure in figures where figure.approximate > 0 {
      lines.append(
        "  \(figure.name.rawValue.uppercased()): \(figure.approximate) of its values rest on an approximate time")
    }
    return lines
  }

  /// "4: #12, #31, #40 and 1 more".
  private static func named(_ incomplete: [PeriodFigure.Incomplete]) -> String {
    let labels = incomplete.prefix(4).map(\.label).joined(separator: ", ")
    let more = incomplete.count > 4 ? " and \(incomplete.count - 4) more" : ""
    return "\(incomplete.count): \(labels)\(more)"
  }

  private func promiseLines(_ bar: Bar) -> [String] {
    guard !promises.isEmpty else { return [] }
    let kept = promises.map(\.kept).reduce(0, +)
    let broken = promises.map(\.broken).reduce(0, +)
    let width = promises.map(\.kind.count).reduce(12, max)
    return ["", "Promises: \(kept) kept, \(broken) broken"]
      + promises.map { promise in
        let all = promise.kept + promise.broken
        return "  \(Self.left(promise.kind, width))  \(Self.right("\(promise.kept)", 5)) of \(Self.left("\(all)", 5))  "
          + bar.bar(promise.kept, of: all, width: 10)
      }.map(\.trimmedEnd)
  }

  private func serviceLines(_ bar: Bar) -> [String] {
    guard let greatest = services.map(\.count).max() else { return [] }
    return ["", "Busiest services"]
      + services.prefix(8).map { service in
        "  \(Self.left(service.service, 20))  \(Self.right("\(service.count)", 5))  worst \(service.worst?.name ?? Severity.unstatedLabel)  "
          + "\(Self.right(service.hurt > .zero ? service.hurt.measured : "-", 10))  "
          + bar.bar(service.count, of: greatest, width: 10)
      }
  }

  private var ruleLines: [String] {
    let reconsider = rules.filter(\.isToReconsider)
    var lines: [String] = []
    if !reconsider.isEmpty {
      let width = min(40, max(20, reconsider.prefix(20).map(\.rule.count).max() ?? 0))
      lines += [
        "", "Rules to reconsider", "  " + Self.left("rule", width) + "  fired  incidents  led there  noise  share",
      ]
      lines += reconsider.prefix(20).map { use in
        let share = Int(((use.noiseShare ?? 0) * 100).rounded())
        return
          "  \(Self.left(use.rule, width))  \(Self.right("\(use.fired)", 5))  \(Self.right("\(use.incidents)", 9))  "
          + "\(Self.right("\(use.useful)", 9))  \(Self.right("\(use.noise)", 5))  \(Self.right("\(share) %", 5))"
          + (use.isNeverUseful ? "  never useful" : "")
      }
      if reconsider.count > 20 { lines.append("  and \(reconsider.count - 20) more") }
    }
    guard !missingAlerts.isEmpty else { return lines }
    return lines + ["", "Alerts that were missing"]
      + missingAlerts.prefix(20).map { missing in
        "  \(missing.label)\(missing.service.map { " \($0)" } ?? "")  \(missing.text)"
      }
  }

  private var anniversaryLines: [String] {
    anniversaries.isEmpty ? [] : ["", "This week in earlier years"] + anniversaries.prefix(10).map { "  " + $0.line }
  }

  private var actionLines: [String] {
    guard openActions > 0 else { return [] }
    guard !overdueActions.isEmpty else { return ["", "Action items: \(openActions) open, none overdue"] }
    return ["", "Action items: \(openActions) open, \(overdueActions.count) overdue"]
      + overdueActions.prefix(20).map { overdue in
        let item = overdue.item
        let days = item.dueAt.map { (until - $0).milliseconds / 86_400_000 } ?? 0
        return "  \(overdue.label) A\(item.number)  \(item.text)  (\(item.owner ?? "no owner"), "
          + "due \(item.dueAt?.dateAndClock.prefix(10) ?? "?"), \(days == 0 ? "today" : "\(days)d late"))"
      }
  }

  private var costLines: [String] {
    guard let cost else { return [] }
    let unknown = cost.unknown.isEmpty ? "" : "; length unknown: \(cost.unknown.prefix(8).joined(separator: ", "))"
    return [
      "",
      "Cost at \(cost.rate.perHour) \(cost.rate.currency) an hour: \(cost.total) \(cost.rate.currency) for "
        + "\(cost.counted) incidents\(unknown)",
    ]
  }

  private static func right(_ text: String, _ width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }

  private static func left(_ text: String, _ width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - text.count))
  }
}

extension String {
  fileprivate var trimmedEnd: String {
    var text = self
    while text.hasSuffix(" ") { text.removeLast() }
    return text
  }
}
