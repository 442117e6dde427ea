import Incidents

/// Waking people by name.
extension Registry {
  static let pagingCommands: [RegisteredCommand] = [
    RegisteredCommand(
      "page.person", "Page", keys: ["p"], places: [.list, .room, .stepper], effect: .outward,
      help: "Wake somebody now, by name; while it is typed the line says whom, by what, and the number to dial.",
      verb: "page NAME N --message TEXT", input: .line(prompt: "Page (jon, and why)"), footer: 48,
      preview: { situation, text in
        PageLine.preview(
          text, contacts: situation.contacts, about: situation.incident?.label ?? "", beside: situation.incident?.pager)
      },
      obstacle: { situation in
        guard let row = situation.incident else { return noIncident(situation) }
        return row.status == .closed ? "#\(row.label) is closed" : nil
      },
      action: .command { situation, given in
        guard let row = situation.incident else {
          return .failure(Trouble(.noSuchIncident, "No incident is selected."))
        }
        return Result { () throws(Trouble) in try PageLine.parse(given.text, contacts: situation.contacts) }
          .map { .incident(row.id, $0, revision: row.revision) }
      })
  ]
}
