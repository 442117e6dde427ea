import Commands

/// A word of the plain conversation: what it is called, what may follow it, and the registry's command behind it.
struct PlainWord: Sendable {
  var word: String
  /// What stands after the word, for the help.
  var form: String
  /// The registry's id.
  var id: String

  static let all: [PlainWord] = [
    .init(word: "list", form: "", id: "tab.incidents"),
    .init(word: "show", form: "N", id: "view.open"),
    .init(word: "board", form: "", id: "board.open"),
    .init(word: "asof", form: "N TIME", id: "past.turn"),
    .init(word: "similar", form: "N", id: "view.similar"),
    .init(word: "ack", form: "N", id: "incident.acknowledge"),
    .init(word: "unack", form: "N", id: "incident.unacknowledge"),
    .init(word: "log", form: "N TEXT", id: "incident.log"),
    .init(word: "tell", form: "N (what the team could be told)", id: "message.open"),
    .init(word: "send", form: "N TEXT (to the team; it asks first)", id: "message.send"),
    .init(word: "import", form: "N (the chat follows, then a dot)", id: "chat.import"),
    .init(word: "severity", form: "N SEV [REASON]", id: "incident.severity"),
    .init(word: "mitigate", form: "N", id: "incident.mitigate"),
    .init(word: "resolve", form: "N [VERIFIED BY]", id: "incident.resolve"),
    .init(word: "close", form: "N [REASON TO WAIVE]", id: "incident.close"),
    .init(word: "cancel", form: "N false_alarm|duplicate|cancelled [NOTE]", id: "incident.cancel"),
    .init(word: "reopen", form: "N REASON", id: "incident.reopen"),
    .init(word: "commander", form: "N NAME [because REASON]", id: "incident.commander"),
    .init(word: "handover", form: "N NAME", id: "role.offer"),
    .init(word: "accept", form: "N", id: "role.accept"),
    .init(word: "decline", form: "N", id: "role.decline"),
    .init(word: "delegate", form: "N NAME TASK [3m]", id: "task.delegate"),
    .init(word: "page", form: "N NAME [WHY]", id: "page.person"),
    .init(word: "understood", form: "N TASK", id: "task.understood"),
    .init(word: "done", form: "N TASK [NOTE]", id: "task.done"),
    .init(word: "drop", form: "N TASK [REASON]", id: "task.drop"),
    .init(word: "poll", form: "N DECISION", id: "decision.propose"),
    .init(word: "object", form: "N DECISION TEXT", id: "decision.object"),
    .init(word: "decide", form: "N DECISION [REASON]", id: "decision.make"),
    .init(word: "undecided", form: "N DECISION [REASON]", id: "decision.drop"),
    .init(word: "hypothesis", form: "N TEXT", id: "hypothesis.add"),
    .init(word: "confirm", form: "N HYPOTHESIS EVIDENCE", id: "hypothesis.confirm"),
    .init(word: "ruleout", form: "N HYPOTHESIS EVIDENCE", id: "hypothesis.ruleOut"),
    .init(word: "link", form: "N URL (for the newest entry)", id: "evidence.link"),
    .init(word: "can", form: "N CONDITION | ACTIONS | NEEDS", id: "incident.can"),
    .init(word: "join", form: "N URL or #CHANNEL", id: "incident.join"),
    .init(word: "rest", form: "N TIME [REASON]", id: "incident.snooze"),
    .init(word: "merge", form: "N INTO", id: "incident.merge"),
    .init(word: "split", form: "N", id: "incident.split"),
    .init(word: "impact", form: "N TEXT", id: "incident.impact"),
    .init(word: "title", form: "N TEXT", id: "incident.title"),
    .init(word: "service", form: "N NAME", id: "incident.service"),
    .init(word: "undo", form: "N", id: "incident.undo"),
    .init(word: "declare", form: "[SEV] [SERVICE:] TITLE", id: "incident.declare"),
    .init(word: "pin", form: "N (marks the newest entry)", id: "timeline.pin"),
    .init(word: "hide", form: "N (leaves the newest entry out)", id: "timeline.hide"),
    .init(word: "export", form: "N", id: "postmortem.export"),
    .init(word: "useful", form: "N ALERT (it led us there)", id: "alert.useful"),
    .init(word: "noise", form: "N ALERT", id: "alert.noise"),
    .init(word: "missing", form: "N TEXT (what should have fired)", id: "alert.missing"),
    .init(word: "oncall", form: "", id: "tab.onCall"),
    .init(word: "take", form: "", id: "oncall.take"),
    .init(word: "override", form: "SHIFT NAME", id: "oncall.override"),
    .init(word: "swap", form: "SHIFT NAME", id: "oncall.swap"),
    .init(word: "handoff", form: "[NAME]", id: "oncall.handoff"),
    .init(word: "takeover", form: "[REASON, where nothing was offered] (a swap, too)", id: "oncall.accept"),
    .init(word: "withdraw", form: "[REASON]", id: "oncall.decline"),
    .init(word: "seen", form: "", id: "oncall.seen"),
    .init(word: "runbooks", form: "", id: "tab.runbooks"),
    .init(word: "runbook", form: "N, or its NAME", id: "runbook.open"),
    .init(word: "source", form: "(of the runbook shown last)", id: "view.source"),
    .init(word: "start", form: "starts the runbook shown last", id: "run.start"),
    .init(word: "check", form: "[STEP]", id: "run.check"),
    .init(word: "skip", form: "[STEP] REASON", id: "run.skip"),
    .init(word: "note", form: "[STEP] TEXT", id: "run.note"),
    .init(word: "again", form: "STEP", id: "run.reopen"),
    .init(word: "option", form: "NAME", id: "run.option"),
    .init(word: "fill", form: "NAME=VALUE", id: "run.value"),
    .init(word: "complete", form: "", id: "run.complete"),
    .init(word: "past", form: "[WORDS]", id: "tab.past"),
    .init(word: "help", form: "", id: "view.help"),
    .init(word: "quit", form: "", id: "view.quit"),
  ]

  static func named(_ word: some StringProtocol) -> PlainWord? {
    let lower = word.lowercased()
    let other = [
      "acknowledge": "ack", "sev": "severity", "ls": "list", "?": "help", "q": "quit", "exit": "quit", "who": "oncall",
    ]
    return all.first { $0.word == (other[lower] ?? lower) }
  }
}
