import EventLog
import Incidents

/// A report over a period as one HTML document that stands alone, in the style of the post-mortem.
struct PeriodPage {
  let report: PeriodReport

  /// So many are named; the rest is counted.
  private static let mostNamed = 40

  var html: String {
    let title = "Incidents from \(report.since.dateAndClock.prefix(10)) to \(report.until.dateAndClock.prefix(10))"
    let parts = [heading(title), begun, figures, incomplete, promises, services, actions, cost]
    return HTMLPage.beginning(title: title) + parts.filter { !$0.isEmpty }.joined(separator: "\n\n") + "\n"
      + HTMLPage.end
  }

  private func heading(_ title: String) -> String {
    var apart: [String] = []
    if report.excluded > 0 { apart.append("\(report.excluded) false alarm, duplicate or cancelled") }
    if report.drills > 0 { apart.append(report.drills == 1 ? "1 drill" : "\(report.drills) drills") }
    let kept = report.promises.map(\.kept).reduce(0, +)
    let all = kept + report.promises.map(\.broken).reduce(0, +)
    let rows: [(String, String)] = [
      ("Period", "\(report.since.dateAndClock.dropLast(3)) to \(report.until.dateAndClock.dropLast(3)) UTC"),
      ("Incidents", "\(report.incidents.count)" + (report.open > 0 ? ", \(report.open) of them open" : "")),
      ("Not counted", apart.isEmpty ? "none" : apart.joined(separator: ", ")),
      ("Promises kept", all == 0 ? "none was put to the test" : "\(kept) of \(all)"),
    ]
    return """
      <h1>\(title)</h1>
      <table>
      <tbody>
      \(rows.map { "<tr><th scope=\"row\">\($0)</th><td>\($1)</td></tr>" }.joined(separator: "\n"))
      </tbody>
      </table>
      <p>All times are UTC. Figures are computed from the log; nobody typed them. Drills, false alarms, duplicates and cancelled
      incidents are in none of them.</p>
      """
  }

  private var begun: String {
    let drawing = BegunDrawing(report)
    guard let svg = drawing.svg else { return "<h2>Incidents</h2>\n<p>None began in this period.</p>" }
    let rows =
      Severity.allCases.map { ["\($0.name)", "\(report.severities[$0] ?? 0)"] }
      + (report.unrated > 0 ? [["severity not stated", "\(report.unrated)"]] : [])
    return "<h2>Incidents by \(drawing.name)</h2>\n<figure>\n\(svg)\n</figure>\n"
      + table(["severity", "incidents"], rows, numbers: [1])
  }

  private var figures: String {
    guard !report.incidents.isEmpty else { return "" }
    let rows = report.figures.map { figure -> [String] in
      let values = figure.values
      let spans = [values?.median, values?.p90, values?.greatest, values?.mean].map { $0?.measured ?? "-" }
      return ["\(figure.name.rawValue.uppercased())", "\(values?.count ?? 0)"] + spans + [
        "\(figure.incomplete.count)", HTMLText.escaped(figure.name.meaning),
      ]
    }
    let rough = report.figures.filter { $0.approximate > 0 }.map {
      "\($0.name.rawValue.uppercased()): \($0.approximate) of its values rest on an approximate time."
    }
    let drawing = SpreadDrawing(report.figures).svg.map { "<figure>\n\($0)\n</figure>\n" } ?? ""
    return "<h2>How long it took</h2>\n\(drawing)"
      + table(
        ["figure", "values", "median", "P90", "max", "mean", "incomplete", "meaning"], rows,
        numbers: [1, 2, 3, 4, 5, 6])
      + (rough.isEmpty ? "" : "\n<p class=\"note\">\(rough.joined(separator: " "))</p>")
  }

  private var incomplete: String {
    let rows = report.figures.flatMap { figure in
      Dictionary(grouping: figure.incomplete) { Self.reason($0.why) }.sorted {
        ($1.value.count, $0.key) < ($0.value.count, $1.key)
      }
      .map { why, group in
        [figure.name.rawValue.uppercased(), "\(group.count)", HTMLText.escaped(why), Self.named(group.map(\.label))]
      }
    }
    guard !rows.isEmpty else { return "" }
    return "<h3>Incidents that give no value</h3>\n"
      + table(["figure", "incidents", "why", "which"], rows, numbers: [1])
  }

  private var promises: String {
    guard !report.promises.isEmpty else { return "" }
    let rows = report.promises.map { promise in
      [
        HTMLText.escaped(promise.kind), "\(promise.kept)", "\(promise.broken)",
        PartsDrawing(promise.kept, "keptbar", promise.broken, "brokenbar", of: promise.kept + promise.broken)
          .svg(told: "\(promise.kept) kept, \(promise.broken) broken"),
      ]
    }
    return "<h2>Promises</h2>\n"
      + table(["kind", "kept", "broken", "kept, then broken"], rows, numbers: [1, 2], pictures: [3])
  }

  private var services: String {
    guard let greatest = report.services.map(\.count).max() else { return "" }
    let rows = report.services.prefix(Self.mostNamed).map { service in
      [
        HTMLText.escaped(service.service), "\(service.count)", service.worst?.name ?? Severity.unstatedLabel,
        service.hurt > .zero ? service.hurt.measured : "-",
        PartsDrawing(service.count, "bar", 0, "bar", of: greatest).svg(told: "\(service.count)"),
      ]
    }
    let more = report.services.count - rows.count
    return "<h2>Services</h2>\n"
      + table(["service", "incidents", "worst", "time to recover", "incidents"], rows, numbers: [1, 3], pictures: [4])
      + (more > 0 ? "\n<p class=\"note\">And \(more) more.</p>" : "")
  }

  private var actions: String {
    guard report.openActions > 0 else { return "" }
    let overdue = report.overdueActions
    let told = "<p>\(report.openActions) open, \(overdue.isEmpty ? "none" : "\(overdue.count)") overdue.</p>"
    guard !overdue.isEmpty else { return "<h2>Action items</h2>\n" + told }
    let rows = overdue.prefix(Self.mostNamed).map { one in
      [
        HTMLText.escaped("\(one.label) A\(one.item.number)"), HTMLText.escaped(one.item.text),
        HTMLText.escaped(one.item.owner ?? "no owner"), one.item.dueAt.map { String($0.dateAndClock.prefix(10)) } ?? "",
      ]
    }
    let more = overdue.count - rows.count
    return "<h2>Action items</h2>\n" + told + "\n" + table(["overdue", "what", "owner", "due"], rows)
      + (more > 0 ? "\n<p class=\"note\">And \(more) more.</p>" : "")
  }

  private var cost: String {
    guard let cost = report.cost else { return "" }
    let currency = HTMLText.escaped(cost.rate.currency)
    let unknown =
      cost.unknown.isEmpty ? "" : " Of \(cost.unknown.count) the length is not known: \(Self.named(cost.unknown))."
    return """
      <h2>Cost</h2>
      <p>At \(cost.rate.perHour) \(currency) an hour, from the first impact to the recovery: <strong>\(cost.total) \
      \(currency)</strong> for \(cost.counted) incidents.\(unknown)</p>
      """
  }

  /// Without the number of another incident, so that reasons of one kind stand together.
  private static func reason(_ why: String) -> String {
    why.hasPrefix("it began before ") ? "it began before the one before it was over" : why
  }

  private static func named(_ labels: [String]) -> String {
    let more = labels.count - mostNamed
    return HTMLText.escaped(labels.prefix(mostNamed).joined(separator: ", ") + (more > 0 ? " and \(more) more" : ""))
  }

  /// - Parameters:
  ///   - rows: cells that are HTML already.
  ///   - numbers: columns that are set to the right.
  ///   - pictures: columns that hold a drawing.
  private func table(_ heads: [String], _ rows: [[String]], numbers: Set<Int> = [], pictures: Set<Int> = []) -> String {
    func kind(_ column: Int) -> String {
      numbers.contains(column) ? " class=\"number\"" : pictures.contains(column) ? " class=\"picture\"" : ""
    }
    let head = heads.enumerated().map { "<th\(kind($0))>\($1)</th>" }.joined()
    let body = rows.map { row in
      "<tr>" + row.enumerated().map { "<td\(kind($0))>\($1)</td>" }.joined() + "</tr>"
    }
    return """
      <div class="scroll"><table>
      <thead><tr>\(head)</tr></thead>
      <tbody>
      \(body.joined(separator: "\n"))
      </tbody>
      </table></div>
      """
  }
}
