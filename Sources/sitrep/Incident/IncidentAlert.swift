import ArgumentParser
import Commands
import Desk
import EventLog
import Incidents

struct IncidentAlert: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "alert", abstract: "Once it is over: which alert led there, which was noise, which was missing.",
    discussion: """
      Without an alert it lists those of the incident, each with its number and what was said of it. An alert is named \
      by that number, by its rule, or by its id; a rule's name means all its alerts.
      """)

  @OptionGroup var options: GlobalOptions
  @OptionGroup var target: IncidentTarget
  @Argument(help: "The alert: its number, its rule's name, or its id.") var alert: String?
  @Flag(help: "It led people there.") var useful = false
  @Flag(help: "It was noise.") var noise = false
  @Flag(help: "Take back what was said of it.") var clear = false
  @Option(help: ArgumentHelp("An alert was missing: what should have fired.", valueName: "text")) var missing: String?

  func run() throws {
    let said = [useful, noise, clear].count { $0 }
    guard said <= 1, said == 0 || missing == nil else {
      throw Trouble(.badInput, "Say one of --useful, --noise, --clear and --missing.")
    }
    if let missing {
      guard alert == nil else {
        throw Trouble(.badInput, "What was missing is no alert of it: leave \(alert ?? "") out.")
      }
      let session = try Session.open(options)
      return try session.perform(
        .incident(try session.incident(target.incident), ReportMissingAlert(missing), revision: target.revision),
        json: options.json)
    }
    guard said == 1 else { return try list() }
    guard let alert else { throw Trouble(.badInput, "Say which alert: `sitrep incident alert N` lists them.") }
    let session = try Session.open(options)
    let id = try session.incident(target.incident)
    let verdict: AlertVerdict? = useful ? .useful : noise ? .noise : nil
    let meant = try Self.meant(by: alert, among: try session.detail(id, entries: 1).alerts)
    let open = meant.filter { $0.verdict != verdict }
    for one in open.isEmpty ? meant : open {
      try session.perform(
        .incident(
          id, JudgeAlert(one.id, name: one.name, verdict: verdict), revision: open.count > 1 ? nil : target.revision),
        json: options.json && one.id == (open.isEmpty ? meant : open).last?.id)
    }
  }

  private func list() throws {
    guard let session = try Session.openForReading(options) else {
      throw Trouble(.noSuchIncident, "There is no incident \(target.incident).")
    }
    if let alert { throw Trouble(.badInput, "Say what \(alert) was: --useful, --noise or --clear.") }
    let detail = try session.detail(try session.desk.incident(named: target.incident), entries: 1)
    if options.json { return Output.json(.array(detail.alerts.map(\.json))) }
    guard !detail.alerts.isEmpty || !detail.missingAlerts.isEmpty else { return Output.line("No alerts.") }
    Output.lines(
      detail.alerts.enumerated().map { place, alert in
        "\(place + 1)  \(alert.verdict?.words ?? "not judged")  \(alert.name)  \(alert.headline)"
      } + detail.missingAlerts.map { "missing  \($0.text)" })
  }

  /// The alerts that a person means.
  static func meant(by text: String, among alerts: [AlertRow]) throws(Trouble) -> [AlertRow] {
    if let number = Int(text), alerts.indices.contains(number - 1) { return [alerts[number - 1]] }
    if let one = alerts.first(where: { $0.id.name == text }) { return [one] }
    let named = alerts.filter { $0.name.lowercased() == text.lowercased() }
    guard !named.isEmpty else {
      let known = Set(alerts.map(\.name)).sorted().joined(separator: ", ")
      throw Trouble(
        .noSuchIncident,
        known.isEmpty
          ? "No alert belongs to this incident; --missing says which one should have fired."
          : "There is no alert \(text) in this incident; these there are: \(known).")
    }
    return named
  }
}
