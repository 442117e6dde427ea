package import Commands
package import Comms
import EventLog
import Incidents
import Ledger

extension Desk {
  /// The status page of our own, and what on it no longer says how an incident stands.
  /// - Throws: trouble with the store.
  package func publicPage() throws(Trouble) -> (page: PublicPage, reminders: [String]) {
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
              sent: SentText.all(in: try reading.events(stream: row.stream)))
          else { continue }
          items.append(item)
          if let reminder = reminder(item, incident) { reminders.append(reminder) }
        }
        let page = PublicPage(
          title: configuration.comms.pageTitle, isDrill: configuration.isDrill, writtenAt: clock(), items: items)
        return (page, reminders)
      }
    } catch {
      throw Trouble(any: error)
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
