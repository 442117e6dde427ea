import Incidents

/// One thing a person can do: its keys, where it applies, what it does to the world, its help and its verb. Keys,
/// footer, `?`, the palette, read-only mode, the command line's help and the docs all come from here.
package struct RegisteredCommand: Sendable {
  /// What it does to the world, which decides how it is asked for.
  package enum Effect: String, Sendable, CaseIterable {
    /// Shows something.
    case read
    /// Runs at once and can be undone.
    case change
    /// Leaves the house: previews and asks, naming incident and recipients.
    case outward
    /// Cannot be taken back: wants the target typed.
    case destructive
  }

  /// Where it applies.
  package enum Place: String, Sendable, CaseIterable {
    case list, room, runbooks, stepper, onCall, past, board, messages

    /// Its place in `allCases`.
    var order: Int {
      switch self {
      case .list: 0
      case .room: 1
      case .runbooks: 2
      case .stepper: 3
      case .onCall: 4
      case .past: 5
      case .board: 6
      case .messages: 7
      }
    }

    /// Where that is, in the words of a sentence.
    package var words: String {
      switch self {
      case .list: "on the first screen"
      case .room: "in an incident"
      case .runbooks: "among the runbooks"
      case .stepper: "in an open runbook"
      case .onCall: "on call"
      case .past: "in the past"
      case .board: "on the board"
      case .messages: "in a message"
      }
    }
  }

  /// What has to be said before it can run.
  package enum Input: Sendable {
    case nothing
    /// A line of text, with the words in front of it; an empty one counts as a change of mind unless it means something.
    case line(prompt: String, allowsEmpty: Bool = false)
    /// One of a few, each by a key.
    case choice(prompt: String, [Choice])
    /// A yes, after it was said what would happen; none where there are no words for it.
    case confirmation(@Sendable (Situation) -> String?)
    /// A line of text about what is selected; the words in front of it depend on that.
    case lineAbout(@Sendable (Situation) -> String)
    /// One of what there is to choose from where the person is, each by a key; where there is only one, that one.
    case choices(prompt: String, @Sendable (Situation) -> [Choice])
  }

  /// One of the few things to choose from.
  package struct Choice: Sendable, Hashable {
    package var key: Character
    package var title: String
    /// What the command is given.
    package var value: String
    /// What people call it by ("2"), where it has a number.
    package var number: String?

    package init(_ key: Character, _ title: String, value: String, number: String? = nil) {
      self.key = key
      self.title = title
      self.value = value
      self.number = number
    }
  }

  /// What running it means: something for the desk, or something that only the screen does.
  package enum Action: Sendable {
    case command(@Sendable (Situation, Given) -> Result<Command, Trouble>)
    case interface(InterfaceAction)
  }

  /// What the person said: the line or the choice's value, and the reason where one was asked.
  package struct Given: Hashable, Sendable {
    package var text: String
    package var reason: String?

    package init(text: String = "", reason: String? = nil) {
      self.text = text
      self.reason = reason
    }
  }

  /// "incident.acknowledge": stable, used in tests and docs.
  package var id: String
  package var title: String
  /// One word for the footer, in lower case; the title where that is short enough itself.
  package var short: String
  /// As a person reads them: "a", "^L", "Enter", "?", "←"; two keys, one after the other, as "P e".
  package var keys: [String]
  package var places: Set<Place>
  package var effect: Effect
  package var help: String
  /// The words on the command line ("incident ack N"); nil where it only makes sense on a screen.
  package var verb: String?
  package var input: Input
  /// For what leaves the house by a line: what Enter would do, said while the words are typed, so that Enter is the yes.
  package var preview: (@Sendable (Situation, String) -> String)?
  /// The words that ask for a reason, where what was chosen wants one (lowering a severity); nil where none is needed.
  package var reasonPrompt: @Sendable (Situation, Given) -> String?
  /// Nil where it can run now, else why not.
  package var obstacle: @Sendable (Situation) -> String?
  package var action: Action
  /// Its place in the footer, the smallest first; nil keeps it to help and palette.
  package var footer: Int?

  package init(
    _ id: String, _ title: String, keys: [String], places: Set<Place>, effect: Effect, help: String,
    verb: String? = nil, short: String? = nil, input: Input = .nothing, footer: Int? = nil,
    preview: (@Sendable (Situation, String) -> String)? = nil,
    reasonPrompt: @escaping @Sendable (Situation, Given) -> String? = { _, _ in nil },
    obstacle: @escaping @Sendable (Situation) -> String? = { _ in nil }, action: Action
  ) {
    self.id = id
    self.title = title
    self.short = short ?? title.lowercased()
    self.keys = keys
    self.places = places
    self.effect = effect
    self.help = help
    self.verb = verb
    self.input = input
    self.preview = preview
    self.reasonPrompt = reasonPrompt
    self.obstacle = obstacle
    self.action = action
    self.footer = footer
  }
}

/// What only the screen does.
package enum InterfaceAction: String, Sendable, CaseIterable {
  case moveUp, moveDown, pageUp, pageDown, top, bottom
  case open, back, quit, repaint, suspend
  case showIncidents, showOnCall, showRunbooks, showPast
  case help, palette, find, findNext, findPrevious, jump
  /// Opens the composer, also from the list.
  case compose
  /// Writes a long entry in the person's own editor.
  case composeInEditor
  /// Takes over what was said in a chat, from a paste, after a look at it.
  case importChat
  case openRunbook
  /// Begins a run of the runbook that is selected.
  case startRun
  case exportPostMortem
  /// Leaves the screen and prints the step's commands, or the draft, without borders, for copying over SSH.
  case printBorderless
  case markPinned, markHidden
  /// Goes through the incident's alerts, and takes one key for each.
  case judgeAlerts
  /// The incidents that are over and like this one.
  case showSimilar
  /// Marks an incident of the list, for commands that then go to all that are marked.
  case markIncident
  case toggleSidePage
  /// Shows the room as it was known at an earlier moment, or comes back to now.
  case turnToPast
  /// From one moment at which something was recorded to the next.
  case earlierEntry, laterEntry
  case earlierMinute, laterMinute
  case showSource
  case showBoard
  /// Opens the message that people are to get, and its one sentence to be typed.
  case writeMessage
  case writeSentence
  /// Shows whom a message goes to, and asks.
  case sendMessage
  /// Turns to the next audience.
  case nextAudience
}

/// What a command's availability and wording depend on: where the person is and what is selected.
package struct Situation: Sendable {
  package var place: RegisteredCommand.Place
  package var incident: IncidentRow?
  package var entry: TimelineRow?
  package var run: RunRow?
  package var step: StepRow?
  /// What the open runbook offers to choose from.
  package var options: [OptionRow]
  /// The runbook that is selected or open, by name.
  package var runbook: String?
  /// The on-call screen, where that is open, and the shift that is selected there.
  package var onCall: OnCallPage?
  package var shift: ShiftRow?
  package var isReadOnly: Bool
  package var undoable: String?
  /// The moment whose knowledge is on the screen ("02:41"), where that is not now.
  package var knownAt: String?
  /// The message that is written, where one is.
  package var message: WrittenMessage?
  /// The whole incident, where it is at hand.
  package var detail: IncidentDetail?
  /// What is listed; it is not gone through for each key, since few commands want to know which of it is open.
  private let listed: [IncidentRow]
  /// Who is known by name.
  package var people: [String]
  /// Who can be paged or called.
  package var contacts: [Contact]
  /// Who acts.
  package var person: String?
  /// Whether `undoable` is what the store says now; while that is asked, undo is tried and not refused beforehand.
  package var isUndoKnown: Bool

  package init(
    place: RegisteredCommand.Place, incident: IncidentRow? = nil, entry: TimelineRow? = nil, run: RunRow? = nil,
    step: StepRow? = nil, options: [OptionRow] = [], runbook: String? = nil, onCall: OnCallPage? = nil,
    shift: ShiftRow? = nil, isReadOnly: Bool = false, undoable: String? = nil, knownAt: String? = nil,
    detail: IncidentDetail? = nil, listed: [IncidentRow] = [], people: [String] = [], contacts: [Contact] = [],
    person: String? = nil, isUndoKnown: Bool = true, message: WrittenMessage? = nil
  ) {
    self.place = place
    self.incident = incident
    self.entry = entry
    self.run = run
    self.step = step
    self.options = options
    self.runbook = runbook
    self.onCall = onCall
    self.shift = shift
    self.isReadOnly = isReadOnly
    self.undoable = undoable
    self.knownAt = knownAt
    self.detail = detail
    self.listed = listed
    self.people = people
    self.contacts = contacts
    self.person = person
    self.isUndoKnown = isUndoKnown
    self.message = message
  }

  /// The open incidents.
  package var open: [IncidentRow] { listed.filter(\.status.isOpen) }
}
