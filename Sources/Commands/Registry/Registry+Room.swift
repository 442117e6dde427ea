import EventLog
import Incidents

/// What people do together in an incident: tasks, decisions, hypotheses, hand-over, merge.
extension Registry {
  static let roomCommands: [RegisteredCommand] =
    delegationCommands + decisionCommands + handoverCommands + mergeCommands + alertCommands

  private static let needsOpen: @Sendable (Situation) -> String? = { situation in
    guard let row = situation.incident else { return noIncident(situation) }
    return row.status == .closed ? "#\(row.label) is closed" : nil
  }

  /// Refuses where there is nothing to choose from.
  private static func needs(
    _ choices: @escaping @Sendable (Situation) -> [RegisteredCommand.Choice], _ words: String
  ) -> @Sendable (Situation) -> String? {
    { situation in
      guard situation.incident != nil else { return noIncident(situation) }
      return choices(situation).isEmpty ? words : nil
    }
  }

  /// A choice by a digit; what does not fit nine is reached by its verb.
  private static func choices<Part>(
    _ parts: [Part], _ words: (Part) -> (number: String, title: String, value: String)
  ) -> [RegisteredCommand.Choice] {
    zip("123456789", parts).map { key, part in
      let words = words(part)
      return .init(key, words.title, value: words.value, number: words.number)
    }
  }

  private static func tasks(_ states: Set<Delegation.State>) -> @Sendable (Situation) -> [RegisteredCommand.Choice] {
    { situation in
      choices((situation.detail?.tasks ?? []).filter { states.contains($0.state) }) {
        ("\($0.number)", "\($0.person) \($0.text)", $0.id.description)
      }
    }
  }

  private static let polls: @Sendable (Situation) -> [RegisteredCommand.Choice] = { situation in
    choices((situation.detail?.decisions ?? []).filter { $0.state == .proposed }) {
      ("\($0.number)", $0.text, $0.id.description)
    }
  }

  private static func hypotheses(
    _ states: Set<Hypothesis.State>
  ) -> @Sendable (Situation) -> [RegisteredCommand.Choice] {
    { situation in
      choices((situation.detail?.hypotheses ?? []).filter { states.contains($0.state) }) {
        ("\($0.number)", $0.text, $0.id.description)
      }
    }
  }

  /// The incidents that it may be merged into, the suspected one first.
  private static let parents: @Sendable (Situation) -> [RegisteredCommand.Choice] = { situation in
    guard let row = situation.incident, row.status.isOpen else { return [] }
    let others = situation.open.filter { $0.id != row.id && $0.isDrill == row.isDrill }
    let first = others.filter { $0.id == row.suspectedParent }
    return choices(first + others.filter { $0.id != row.suspectedParent }) {
      ($0.label, "#\($0.label) \($0.title)", $0.id.name)
    }
  }

  /// What was chosen, by its id; refused in words where it is none.
  private static func part(
    _ make: @escaping @Sendable (EventID, RegisteredCommand.Given) -> any IncidentCommand
  ) -> RegisteredCommand.Action {
    onIncident { given, _ in
      guard let id = EventID(given.text) else { return .failure(Trouble(.badInput, "\(given.text) is not here.")) }
      return .success(make(id, given))
    }
  }

  /// Whether an alert helped is said once it is over.
  private static let needsOver: @Sendable (Situation) -> String? = { situation in
    guard let row = situation.incident else { return noIncident(situation) }
    return row.status.isOpen ? "#\(row.label) is not over yet" : nil
  }

  private static let needsAlerts: @Sendable (Situation) -> String? = { situation in
    needsOver(situation)
      ?? (alerts(situation).isEmpty ? "no alert belongs to it; P m says which one was missing" : nil)
  }

  private static let alerts: @Sendable (Situation) -> [RegisteredCommand.Choice] = { situation in
    choices(Array((situation.detail?.alerts ?? []).enumerated())) {
      ("\($0.offset + 1)", "\($0.element.name): \($0.element.headline)", $0.element.id.name)
    }
  }

  private static func judge(_ verdict: AlertVerdict) -> RegisteredCommand.Action {
    .command { situation, given in
      guard let detail = situation.detail, let alert = detail.alerts.first(where: { $0.id.name == given.text }) else {
        return .failure(Trouble(.badInput, "\(given.text) is not here."))
      }
      return .success(
        .incident(detail.row.id, JudgeAlert(alert.id, name: alert.name, verdict: verdict), revision: nil))
    }
  }

  private static let alertCommands: [RegisteredCommand] = [
    RegisteredCommand(
      "alert.judge", "Judge alerts", keys: ["J"], places: [.room], effect: .change,
      help: "Once it is over, one key for each of its alerts: y led us there, n noise.",
      verb: "incident alert N ALERT --useful|--noise", short: "alerts",
      obstacle: needsAlerts, action: .interface(.judgeAlerts)),
    RegisteredCommand(
      "alert.useful", "Led us there", keys: ["P y"], places: [.room], effect: .change,
      help: "Once it is over, say which alert led people there.", verb: "incident alert N ALERT --useful",
      input: .choices(prompt: "Led us there", alerts), obstacle: needsAlerts, action: judge(.useful)),
    RegisteredCommand(
      "alert.noise", "Was noise", keys: ["P n"], places: [.room], effect: .change,
      help: "Once it is over, say which alert was noise.", verb: "incident alert N ALERT --noise",
      input: .choices(prompt: "Was noise", alerts), obstacle: needsAlerts, action: judge(.noise)),
    RegisteredCommand(
      "alert.missing", "Missing alert", keys: ["P m"], places: [.room], effect: .change,
      help: "Once it is over, say which alert should have fired and did not.", verb: "incident alert N --missing TEXT",
      input: .line(prompt: "Should have fired"), obstacle: needsOver,
      action: onIncident { given, _ in .success(ReportMissingAlert(given.text)) }),
  ]

  private static let delegationCommands: [RegisteredCommand] = [
    RegisteredCommand(
      "task.delegate", "Delegate", keys: ["d"], places: [.list, .room, .stepper], effect: .change,
      help: "Give a task to one person: the name, the task, and how long until they come back.",
      verb: "incident task add N PERSON TEXT --within 3m", input: .line(prompt: "Delegate (jon replica lag 3m)"),
      footer: 47, obstacle: needsOpen,
      action: .command { situation, given in
        guard let row = situation.incident else {
          return .failure(Trouble(.noSuchIncident, "No incident is selected."))
        }
        return DelegationLine.parse(given.text, people: situation.people).map { .incident(row.id, $0, revision: nil) }
      }),
    RegisteredCommand(
      "task.understood", "Understood", keys: ["w u"], places: [.room], effect: .change,
      help: "The task is clear and under way.", verb: "incident task understood N TASK",
      input: .choices(prompt: "Which task is understood", tasks([.given])),
      obstacle: needs(tasks([.given]), "no task waits for that"), action: part { id, _ in UnderstandTask(id) }),
    RegisteredCommand(
      "task.done", "Task done", keys: ["w d"], places: [.room], effect: .change, help: "The task is done.",
      verb: "incident task done N TASK --note TEXT", short: "done",
      input: .choices(prompt: "Which task is done", tasks([.given, .understood])),
      obstacle: needs(tasks([.given, .understood]), "no task is open"),
      action: part { id, given in FinishTask(id, note: given.reason) }),
    RegisteredCommand(
      "task.drop", "Drop task", keys: ["w x"], places: [.room], effect: .change, help: "The task is no longer wanted.",
      verb: "incident task drop N TASK --reason TEXT", short: "drop",
      input: .choices(prompt: "Which task is dropped", tasks([.given, .understood])),
      obstacle: needs(tasks([.given, .understood]), "no task is open"),
      action: part { id, given in DropTask(id, reason: given.reason) }),
  ]

  private static let decisionCommands: [RegisteredCommand] = [
    RegisteredCommand(
      "decision.propose", "Poll", keys: ["D p"], places: [.room], effect: .change,
      help: "Put a decision to everybody and wait for strong objections.", verb: "incident decide N TEXT --poll 2m",
      input: .line(prompt: "Any strong objections to"), obstacle: needsOpen,
      action: onIncident { given, _ in .success(ProposeDecision(given.text)) }),
    RegisteredCommand(
      "decision.object", "Object", keys: ["D o"], places: [.room], effect: .change,
      help: "Object strongly to a decision that is put.", verb: "incident decide N --object DECISION --note TEXT",
      input: .choices(prompt: "Object to", polls), reasonPrompt: { _, _ in "The objection" },
      obstacle: needs(polls, "no decision is put"),
      action: part { id, given in Object(to: id, given.reason ?? "") }),
    RegisteredCommand(
      "decision.make", "Decide", keys: ["D d"], places: [.room], effect: .change,
      help: "End the poll: the decision stands. Against an objection it wants a word of reason.",
      verb: "incident decide N --make DECISION --note TEXT",
      input: .choices(prompt: "Decided", polls),
      reasonPrompt: { situation, given in
        let decision = situation.detail?.decisions.first { $0.id.description == given.text }
        return decision?.objections.isEmpty == false ? "Why against the objection" : nil
      },
      obstacle: needs(polls, "no decision is put"),
      action: part { id, given in SettleDecision(id, isMade: true, note: given.reason) }),
    RegisteredCommand(
      "decision.drop", "Drop decision", keys: ["D x"], places: [.room], effect: .change,
      help: "End the poll: it is not done.", verb: "incident decide N --drop DECISION --note TEXT", short: "drop",
      input: .choices(prompt: "Not decided", polls), obstacle: needs(polls, "no decision is put"),
      action: part { id, given in SettleDecision(id, isMade: false, note: given.reason) }),
    RegisteredCommand(
      "hypothesis.add", "Hypothesis", keys: ["E a"], places: [.room], effect: .change,
      help: "Write down a suspected cause; a similar one that was ruled out is shown.",
      verb: "incident hypothesis add N TEXT", short: "suspect", input: .line(prompt: "Hypothesis"), obstacle: needsOpen,
      action: onIncident { given, _ in .success(AddHypothesis(given.text)) }),
    RegisteredCommand(
      "hypothesis.confirm", "Confirm", keys: ["E c"], places: [.room], effect: .change,
      help: "Evidence speaks for the suspected cause.", verb: "incident hypothesis confirm N NUMBER --evidence TEXT",
      input: .choices(prompt: "Confirmed", hypotheses([.open, .ruledOut])),
      reasonPrompt: { _, _ in "What shows it" }, obstacle: needs(hypotheses([.open, .ruledOut]), "none is open"),
      action: part { id, given in SettleHypothesis(id, isConfirmed: true, evidence: given.reason) }),
    RegisteredCommand(
      "hypothesis.ruleOut", "Rule out", keys: ["E r"], places: [.room], effect: .change,
      help: "Evidence speaks against the suspected cause.",
      verb: "incident hypothesis rule-out N NUMBER --evidence TEXT",
      input: .choices(prompt: "Ruled out", hypotheses([.open, .confirmed])),
      reasonPrompt: { _, _ in "What rules it out" }, obstacle: needs(hypotheses([.open, .confirmed]), "none is open"),
      action: part { id, given in SettleHypothesis(id, isConfirmed: false, evidence: given.reason) }),
    RegisteredCommand(
      "evidence.link", "Link", keys: ["E l"], places: [.room], effect: .change,
      help: "Link what proves the selected entry: an address or a digest.", verb: "incident link N URL --entry EVENT",
      input: .line(prompt: "Evidence (link)"), obstacle: { $0.entry == nil ? "no entry is selected" : nil },
      action: .command { situation, given in
        guard let row = situation.incident, let entry = situation.entry else {
          return .failure(Trouble(.noSuchIncident, "No entry is selected."))
        }
        return .success(.incident(row.id, LinkEvidence(given.text, entry: entry.id), revision: nil))
      }),
  ]

  private static let handoverCommands: [RegisteredCommand] = [
    RegisteredCommand(
      "role.offer", "Hand over", keys: ["H"], places: [.list, .room], effect: .change,
      help: "Ask somebody to take command; it stays with you until they accept.",
      verb: "incident role N commander NAME --offer", input: .line(prompt: "Hand command over to"), obstacle: needsOpen,
      action: .command { situation, given in
        guard let row = situation.incident else {
          return .failure(Trouble(.noSuchIncident, "No incident is selected."))
        }
        let name = PersonName.meant(by: given.text, among: situation.people)
        return .success(.incident(row.id, OfferRole(.commander, to: name), revision: row.revision))
      }),
    RegisteredCommand(
      "role.accept", "Accept", keys: ["y"], places: [.room], effect: .change,
      help: "Say yes to the role that you are asked to take, after the brief.",
      verb: "incident role N commander --accept", footer: 5, obstacle: { offered($0) },
      action: onIncident({ _, _ in .success(AcceptRole()) }, isGuarded: true)),
    RegisteredCommand(
      "role.decline", "Decline", keys: ["n"], places: [.room], effect: .change,
      help: "Say no to the role that you are asked to take, or take your own offer back.",
      verb: "incident role N commander --decline", footer: 6,
      obstacle: { situation in
        guard let row = situation.incident else { return noIncident(situation) }
        return row.offeredTo == nil ? "nobody is asked to take command" : nil
      },
      action: onIncident { _, _ in .success(DeclineRole()) }),
    RegisteredCommand(
      "incident.can", "CAN report", keys: ["N"], places: [.room], effect: .change,
      help: "Report condition, actions and needs, with | between; an empty part stays.",
      verb: "incident can N --condition C --actions A --needs N",
      input: .line(prompt: "Condition | actions | needs"), obstacle: needsOpen,
      action: onIncident { given, _ in .success(SetReport(line: given.text)) }),
    RegisteredCommand(
      "incident.join", "Meeting point", keys: ["b"], places: [.room], effect: .change,
      help: "Say where people meet: the bridge's address, or a #channel.",
      verb: "incident join N --bridge URL --channel NAME", short: "bridge",
      input: .line(prompt: "Bridge or #channel"), obstacle: needsOpen,
      action: onIncident { given, _ in
        .success(
          given.text.hasPrefix("#") ? SetMeetingPoint(channel: given.text) : SetMeetingPoint(bridgeURL: given.text))
      }),
  ]

  private static let mergeCommands: [RegisteredCommand] = [
    RegisteredCommand(
      "incident.snooze", "Rest", keys: ["z"], places: [.list, .room], effect: .change,
      help: "Let an incident rest that somebody has: a time, and why. It comes back by itself.",
      verb: "incident snooze N 2h --reason TEXT", input: .line(prompt: "Rest for (2h waits for the vendor)"),
      obstacle: { situation in
        guard let row = situation.incident else { return noIncident(situation) }
        return row.status == .acknowledged || row.status == .mitigated ? nil : "nobody has #\(row.label) in hand"
      },
      action: onIncident { given, _ in
        let words = given.text.split(separator: " ", maxSplits: 1)
        guard let length = words.first.flatMap({ TimeText.span($0) }) else {
          return .failure(Trouble(.badInput, "\(given.text) does not begin with a time: 30m, 2h."))
        }
        return .success(Snooze(length, reason: words.count > 1 ? String(words[1]) : nil))
      }),
    RegisteredCommand(
      "incident.merge", "Merge", keys: ["M"], places: [.list, .room], effect: .change,
      help: "Merge it into another open incident: it closes as a duplicate, and its open tasks go along.",
      verb: "incident merge N INTO", input: .choices(prompt: "Merge into", parents),
      obstacle: needs(parents, "no other incident is open"),
      action: onIncident(
        { given, _ in .success(Merge(into: StreamID(name: given.text), reason: given.reason)) }, isGuarded: true)),
    RegisteredCommand(
      "incident.split", "Split", keys: ["x"], places: [.list, .room, .past], effect: .change,
      help: "Take a merge back, or say that it does not follow from the other one.", verb: "incident split N",
      obstacle: { situation in
        guard let row = situation.incident else { return noIncident(situation) }
        return row.mergedInto == nil && row.suspectedParent == nil ? "#\(row.label) is part of no other incident" : nil
      },
      action: onIncident({ _, _ in .success(Split()) }, isGuarded: true)),
  ]

  private static func offered(_ situation: Situation) -> String? {
    guard let row = situation.incident else { return noIncident(situation) }
    guard let person = row.offeredTo else { return "nobody is asked to take command" }
    return person == situation.person ? nil : "it is \(person) who is asked"
  }
}
