package import Commands
import Comms
import EventLog
import Incidents
import Ledger
import OnCall
import Review

extension Desk {
  /// The status page of our own, and what on it no longer says how an incident stands.
  /// - Throws: trouble with the store.
  package func publicPage() throws(Trouble) -> PublishedPage {
    do {
      return try ledger.read { reading in
        let told = try reading.list(
          ListQuery(
            "incident", filters: [.isNotNull("publicly_told_at")],
            order: [.descending("publicly_told_at")], limit: 50, columns: ["number", "drill"]))
        var items: [PublicPage.Item] = []
        var reminders: [String] = []
        for row in told where configuration.isDrill || !row["drill"].flag {
          guard let incident = try reading.state(IncidentFold.self, row.stream),
            let item = PublicPage.Item(
              label: try label(of: row.stream, number: row["number"].integer ?? 0, reading),
              sent: SentText.all(in: try reading.events(stream: row.stream)).map { outside($0, incident) })
          else { continue }
          items.append(item)
          if let reminder = reminder(item, incident) { reminders.append(reminder) }
        }
        let page = PublicPage(
          title: configuration.comms.pageTitle, isDrill: configuration.isDrill, writtenAt: clock(), items: items)
        return PublishedPage(page: page, reminders: reminders)
      }
    } catch {
      throw Trouble(any: error)
    }
  }

  /// A message without what stays in the house, whoever wrote it into it: secrets, and names of hosts, customers and
  /// people.
  private func outside(_ sent: SentText, _ incident: Incident) -> SentText {
    guard sent.audience == .everyone else { return sent }
    var sent = sent
    sent.text = outside(sent.text, incident)
    sent.title = sent.title.map { outside($0, incident) }
    return sent
  }

  private func outside(_ text: String, _ incident: Incident) -> String {
    // First, as a secret of which a name is missing looks like one no longer.
    let text = configuration.redaction.blanked(text)
    let check = CommsCheck(
      audience: .everyone, internalNames: configuration.comms.internalNames,
      customerNames: configuration.comms.customerNames)
    let people = configuration.rota.people.map(\.name) + incident.roles.map(\.person)
    let names = PostMortemCheck(names: people).report(on: text).findings.filter { $0.rule == .name }.map(\.words)
    let inside = check.findings(in: text).filter { $0.rule == .internalName || $0.rule == .customerName }.map(\.words)
    // The longest first, so that a part of one does not leave the rest standing.
    return (names + inside).sorted { ($1.count, $0) < ($0.count, $1) }.reduce(text) {
      $1.isEmpty ? $0 : $0.replacing($1, with: "(\u{2026})")
    }
  }

  private func reminder(_ item: PublicPage.Item, _ incident: Incident) -> String? {
    let label = "#\(item.label)"
    if item.state != incident.updateState {
      return "\(label) is \(incident.updateState.rawValue), and the page still says \(item.state.title): "
        + "sitrep comms draft \(item.label) --audience public"
    }
    guard let due = incident.deadlines.open(UpdateClock.everyone.kind), due.dueAt < clock() else { return nil }
    return "\(label): the public was to hear by \(CivilTime(due.dueAt).timeWords) UTC: "
      + "sitrep comms draft \(item.label) --audience public"
  }
}
