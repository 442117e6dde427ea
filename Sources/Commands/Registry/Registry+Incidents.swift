import Incidents

extension Registry {
  static func noIncident(_ situation: Situation) -> String {
    situation.place == .stepper ? "this runbook is open for no incident" : "no incident is selected"
  }

  static func onIncident(
    _ make: @escaping @Sendable (RegisteredCommand.Given, IncidentRow) -> Result<any IncidentCommand, Trouble>,
    isGuarded: Bool = false
  ) -> RegisteredCommand.Action {
    .command { situation, given in
      guard let row = situation.incident else { return .failure(Trouble(.noSuchIncident, "No incident is selected.")) }
      return make(given, row).map { .incident(row.id, $0, revision: isGuarded ? row.revision : nil) }
    }
  }

  private static func needs(_ trigger: LifeCycle.Trigger, _ words: String) -> @Sendable (Situation) -> String? {
    { situation in
      guard let row = situation.incident else { return noIncident(situation) }
      return LifeCycle.next(from: row.status, trigger) == nil
        ? "#\(row.label) is \(row.status.rawValue), \(words)" : nil
    }
  }

  private static let needsIncident: @Sendable (Situation) -> String? = {
    $0.incident == nil ? noIncident($0) : nil
  }

  static let incidentCommands: [RegisteredCommand] = [
    RegisteredCommand(
      "incident.acknowledge", "Acknowledge", keys: ["a"], places: [.list, .room, .stepper], effect: .change,
      help: "Say that you have it. Confirms the severity and starts the update clock.", verb: "incident ack N",
      short: "ack", footer: 30, obstacle: needs(.acknowledge, "not waiting for anybody"),
      action: onIncident { _, _ in .success(Acknowledge()) }),
    RegisteredCommand(
      "incident.log", "Log", keys: ["l"], places: [.list, .room, .stepper], effect: .change,
      help:
        "Write on the timeline. -12m or 02:41 in front backdates it; /decision, /action, /task, /poll, /hypothesis, /impact …",
      verb: "log TEXT -i N", footer: 20, obstacle: needsIncident, action: .interface(.compose)),
    RegisteredCommand(
      "incident.severity", "Severity", keys: ["s"], places: [.list, .room, .stepper], effect: .change,
      help: "Set how bad it is. Lowering asks for a word of reason. When unsure, take the higher one.",
      verb: "incident severity N SEV",
      input: .choice(
        prompt: "Severity",
        [
          .init("1", "SEV1 critical", value: "SEV1"), .init("2", "SEV2 high", value: "SEV2"),
          .init("3", "SEV3 medium", value: "SEV3"), .init("4", "SEV4 low", value: "SEV4"),
        ]),
      footer: 40,
      reasonPrompt: { situation, given in
        guard let row = situation.incident, let chosen = Severity(given.text), chosen > row.severity else { return nil }
        return "Why lower it to \(chosen.name)"
      },
      obstacle: needsIncident,
      action: onIncident(
        { given, _ in
          guard let severity = Severity(given.text) else {
            return .failure(Trouble(.badInput, "\(given.text) is no severity: SEV1 to SEV4."))
          }
          return .success(SetSeverity(severity, reason: given.reason))
        }, isGuarded: true)),
    RegisteredCommand(
      "incident.mitigate", "Mitigate", keys: ["m"], places: [.room, .stepper], effect: .change,
      help: "Users no longer feel it; the work goes on.", verb: "incident mitigate N",
      footer: 60, obstacle: needs(.mitigate, "not to be mitigated"),
      action: onIncident({ _, _ in .success(Mitigate()) }, isGuarded: true)),
    RegisteredCommand(
      "incident.resolve", "Resolve", keys: ["R"], places: [.room, .stepper], effect: .change,
      help: "Fully back. Name the check that proves it; empty leaves the recovery unverified.",
      verb: "incident resolve N --verified-by TEXT",
      input: .line(prompt: "Verified by (empty: unverified)", allowsEmpty: true),
      footer: 70,
      obstacle: needs(.resolve, "not to be resolved"),
      action: onIncident({ given, _ in .success(Resolve(verifiedBy: given.text)) }, isGuarded: true)),
    RegisteredCommand(
      "incident.close", "Close", keys: ["C"], places: [.room], effect: .change,
      help: "End a resolved incident. SEV1 and SEV2 want a post-mortem, or a reason to waive it.",
      verb: "incident close N --waive REASON",
      input: .line(prompt: "Waive the post-mortem because", allowsEmpty: true),
      obstacle: needs(.close, "not resolved"),
      action: onIncident({ given, _ in .success(Close(waiver: given.text)) }, isGuarded: true)),
    RegisteredCommand(
      "incident.cancel", "Cancel", keys: ["X"], places: [.room], effect: .change,
      help: "It was none. Kept on record, out of the figures.", verb: "incident cancel N --because REASON",
      input: .choice(
        prompt: "Cancel because",
        [
          .init("f", "false alarm", value: "false_alarm"), .init("d", "duplicate", value: "duplicate"),
          .init("c", "cancelled", value: "cancelled"),
        ]),
      obstacle: needs(.cancel, "not open"),
      action: onIncident(
        { given, _ in
          guard let because = Resolution(rawValue: given.text) else {
            return .failure(Trouble(.badInput, "\(given.text) is no reason: false_alarm, duplicate or cancelled."))
          }
          return .success(Cancel(because: because, note: given.reason))
        }, isGuarded: true)),
    RegisteredCommand(
      "incident.reopen", "Reopen", keys: ["O"], places: [.room, .past], effect: .change,
      help: "Take a resolved or closed incident up again, with a reason.", verb: "incident reopen N --reason TEXT",
      input: .line(prompt: "Reopen because"), obstacle: needs(.reopen, "still open"),
      action: onIncident({ given, _ in .success(Reopen(reason: given.text)) }, isGuarded: true)),
    RegisteredCommand(
      "incident.unacknowledge", "Give back", keys: ["A"], places: [.list, .room], effect: .change,
      help: "Give the acknowledge back: the incident is nobody's again.", verb: "incident unack N",
      obstacle: needs(.unacknowledge, "not acknowledged"),
      action: onIncident({ _, _ in .success(Unacknowledge()) }, isGuarded: true)),
    RegisteredCommand(
      "incident.commander", "Take command", keys: ["i"], places: [.room], effect: .change,
      help: "Name the incident commander.", verb: "incident role N commander NAME",
      input: .line(prompt: "Commander (empty: you)", allowsEmpty: true),
      reasonPrompt: { situation, given in
        guard let holder = situation.incident?.commander else { return nil }
        let name = PersonName.meant(
          by: given.text.isEmpty ? situation.person ?? "" : given.text, among: situation.people)
        return name == holder ? nil : "Why, without a hand-over by \(holder)"
      },
      obstacle: needsIncident,
      action: .command { situation, given in
        guard let row = situation.incident else {
          return .failure(Trouble(.noSuchIncident, "No incident is selected."))
        }
        let name = PersonName.meant(
          by: given.text.isEmpty ? situation.person ?? "" : given.text, among: situation.people)
        return .success(
          .incident(row.id, AssignRole(.commander, person: name, reason: given.reason), revision: row.revision))
      }),
    RegisteredCommand(
      "incident.impact", "Impact", keys: ["I"], places: [.room, .stepper, .messages], effect: .change,
      help: "Say in one sentence what users feel.", verb: "incident impact N TEXT", input: .line(prompt: "Impact"),
      obstacle: needsIncident, action: onIncident { given, _ in .success(SetImpact(given.text)) }),
    RegisteredCommand(
      "incident.title", "Title", keys: ["T"], places: [.room], effect: .change,
      help: "Put the title right.", verb: "incident edit N --title TEXT", input: .line(prompt: "Title"),
      obstacle: needsIncident, action: onIncident({ given, _ in .success(Edit(title: given.text)) }, isGuarded: true)),
    RegisteredCommand(
      "incident.service", "Service", keys: ["V"], places: [.room], effect: .change,
      help: "Say which service it is about; its tier sets the recovery clock.", verb: "incident edit N --service NAME",
      input: .line(prompt: "Service"), obstacle: needsIncident,
      action: onIncident({ given, _ in .success(Edit(service: given.text)) }, isGuarded: true)),
    RegisteredCommand(
      "incident.undo", "Undo", keys: ["u"], places: [.list, .room, .stepper], effect: .change,
      help: "Take your own last command on this incident back, within five minutes.", verb: "incident undo N",
      input: .confirmation { situation in
        guard let detail = situation.detail, detail.undoableEntries > 1, let undoable = detail.undoable else {
          return nil
        }
        return "This takes back \(undoable)."
      },
      obstacle: { situation in
        guard situation.incident != nil else { return noIncident(situation) }
        return situation.undoable == nil && situation.isUndoKnown
          ? "nothing of the last five minutes here is yours to take back" : nil
      },
      action: onIncident { _, _ in .success(Undo()) }),
    RegisteredCommand(
      "incident.declare", "Declare", keys: ["n"], places: [.list], effect: .change,
      help: "Declare a new incident: the title, with the severity and the service in front where you know them.",
      verb: "incident declare --title T --severity S --service X", input: .line(prompt: "Declare (SEV2 api: title)"),
      footer: 50,
      action: .command { _, given in DeclareLine.parse(given.text).map { .declare($0) } }),
  ]
}
