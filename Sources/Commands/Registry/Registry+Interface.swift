extension Registry {
  private static let everywhere = Set(RegisteredCommand.Place.allCases)

  private static func show(
    _ id: String, _ title: String, _ keys: [String], _ action: InterfaceAction, help: String,
    places: Set<RegisteredCommand.Place> = everywhere, verb: String? = nil, footer: Int? = nil,
    obstacle: @escaping @Sendable (Situation) -> String? = { _ in nil }
  ) -> RegisteredCommand {
    RegisteredCommand(
      id, title, keys: keys, places: places, effect: .read, help: help, verb: verb, footer: footer, obstacle: obstacle,
      action: .interface(action))
  }

  static let interfaceCommands: [RegisteredCommand] = [
    show(
      "view.open", "Open", ["Enter", "→"], .open, help: "Open what is selected.",
      places: [.list, .runbooks, .past], verb: "incident show N", footer: 1,
      obstacle: { situation in
        let isThere = situation.place == .runbooks ? situation.runbook != nil : situation.incident != nil
        return isThere ? nil : "nothing is selected"
      }),
    RegisteredCommand(
      "runbook.open", "Runbook", keys: ["r"], places: [.list, .room], effect: .change,
      help: "Open the runbook that answers this incident, at the first step not done.",
      verb: "runbook run NAME -i N", footer: 45,
      obstacle: { $0.incident == nil ? "no incident is selected" : nil }, action: .interface(.openRunbook)),
    show(
      "postmortem.export", "Post-mortem", ["P e"], .exportPostMortem,
      help: "Write the post-mortem of this incident into a file and show its path.", places: [.list, .room, .past],
      verb: "postmortem export N", footer: 80,
      obstacle: { $0.incident == nil ? "no incident is selected" : nil }),
    RegisteredCommand(
      "timeline.pin", "Pin", keys: ["*"], places: [.room], effect: .change,
      help: "Mark the entry for the post-mortem, or take the mark away.", verb: "incident pin N EVENT",
      obstacle: { $0.entry == nil ? "no entry is selected" : nil }, action: .interface(.markPinned)),
    RegisteredCommand(
      "timeline.hide", "Hide", keys: ["-"], places: [.room], effect: .change,
      help: "Leave the entry out of the post-mortem; the log keeps it.", verb: "incident hide N EVENT",
      obstacle: { $0.entry == nil ? "no entry is selected" : nil }, action: .interface(.markHidden)),
    RegisteredCommand(
      "incident.logInEditor", "Log in editor", keys: ["e"], places: [.room], effect: .change,
      help: "Write a long entry in $EDITOR.", verb: "log TEXT -i N",
      obstacle: { $0.incident == nil ? "no incident is selected" : nil }, action: .interface(.composeInEditor)),
    RegisteredCommand(
      "chat.import", "Import chat", keys: ["L"], places: [.room], effect: .change,
      help: "Take over what was said in a chat: paste it, look at it, and Enter records each line at its own time.",
      verb: "incident log N --import FILE",
      obstacle: { $0.incident == nil ? "no incident is selected" : nil }, action: .interface(.importChat)),
    show(
      "view.side", "Facts", ["Tab"], .toggleSidePage,
      help: "Turn between timeline and facts where there is no room for both.",
      places: [.room]),
    show(
      "past.turn", "As known", ["t"], .turnToPast,
      help:
        "The room as it was known when the selected entry was recorded, and nothing later; again comes back to now.",
      places: [.room], verb: "incident show N --as-of TIME"),
    show(
      "past.earlier", "Earlier", ["["], .earlierEntry, help: "As it was known one entry before.", places: [.room]),
    show("past.later", "Later", ["]"], .laterEntry, help: "As it was known one entry later.", places: [.room]),
    show(
      "past.minuteEarlier", "Minute before", ["{"], .earlierMinute, help: "As it was known a minute before.",
      places: [.room]),
    show(
      "past.minuteLater", "Minute later", ["}"], .laterMinute, help: "As it was known a minute later.",
      places: [.room]),
    show(
      "list.mark", "Mark", ["Space"], .markIncident,
      help: "Mark the incident, or take the mark away; a and M then go to all that are marked.", places: [.list],
      obstacle: { $0.incident == nil ? "no incident is selected" : nil }),
    show(
      "view.similar", "Similar", ["~"], .showSimilar,
      help: "Incidents that are over and like this one, and what fixed them.", places: [.list, .room],
      verb: "incident similar N", obstacle: { $0.incident == nil ? "no incident is selected" : nil }),
    show(
      "board.open", "Board", ["B"], .showBoard,
      help: "The board for the wall: impact, condition, roles, the next task, clocks, where people meet.",
      places: [.list, .room], verb: "board"),
    show("view.source", "Source", ["v"], .showSource, help: "The runbook as it was written.", places: [.stepper]),
    show(
      "view.print", "Print", ["Y"], .printBorderless,
      help: "Print the step's commands, the incident or the message without borders, to be copied.",
      places: [.stepper, .room, .messages]),
    show("tab.incidents", "Incidents", ["1"], .showIncidents, help: "The open incidents.", verb: "incident list"),
    show("tab.onCall", "On call", ["2"], .showOnCall, help: "Who is on call now and next.", verb: "oncall who"),
    show("tab.runbooks", "Runbooks", ["3"], .showRunbooks, help: "The runbooks at hand.", verb: "runbook list"),
    show(
      "tab.past", "Past", ["4"], .showPast, help: "Search through incidents that are over.",
      verb: "incident list --all"),
    show("move.down", "Down", ["j", "↓"], .moveDown, help: "One down."),
    show("move.up", "Up", ["k", "↑"], .moveUp, help: "One up."),
    show("move.top", "Top", ["g", "Home"], .top, help: "To the first."),
    show("move.bottom", "Bottom", ["G", "End"], .bottom, help: "To the last."),
    show("move.pageDown", "Page down", ["^D", "PgDn"], .pageDown, help: "A page down."),
    show("move.pageUp", "Page up", ["^U", "PgUp"], .pageUp, help: "A page up."),
    show("view.find", "Find", ["/"], .find, help: "Find a word on this screen; in the past, in all that was written."),
    show("view.findNext", "Next", [">"], .findNext, help: "The next place that holds the word."),
    show("view.findPrevious", "Previous", ["<"], .findPrevious, help: "The place before that holds the word."),
    show(
      "view.palette", "Command", [":"], .palette,
      help: "Every command by its words; a number jumps to that incident.", footer: 90),
    show("view.help", "Help", ["?"], .help, help: "All keys of this screen.", footer: 95),
    show("view.back", "Back", ["q", "←", "Esc"], .back, help: "Back; on the first screen, q quits."),
    show("view.quit", "Quit", ["Q"], .quit, help: "Leave at once, from anywhere."),
    show("view.repaint", "Repaint", ["^L"], .repaint, help: "Paint the screen anew."),
    show("view.suspend", "Suspend", ["^Z"], .suspend, help: "Back to the shell; fg returns."),
  ]
}
