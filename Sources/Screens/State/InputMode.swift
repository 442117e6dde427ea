import Commands
import EventLog

/// Who takes the keys: the commands of the place, or something that has opened above it. Indirect, as what a question
/// keeps is much, and is there seldom.
indirect enum InputMode: Sendable {
  case keys
  case line(LinePrompt)
  case choice(ChoicePrompt)
  case composer(Composer)
  case palette(Palette)
  case help(scroll: Int)
  case confirm(Confirmation)
  case find(TextField)
  case message(MessageField)
  case chat(ChatImport)
  case runChoice(RunChoice)
  case alerts(AlertWalk)
  /// Nothing was written yet and the words of an own editor are awaited.
  case editor(StreamID)
}

/// A line that a command wants, bound to what was selected when its key was pressed.
struct LinePrompt: Sendable {
  var command: RegisteredCommand
  var situation: Situation
  var prompt: String
  var allowsEmpty: Bool
  var field: TextField
  /// The words in it were kept from before, and no key has touched them yet.
  var isKept = false
  /// Where the line is the reason for something chosen before: what was chosen.
  var chosen: String?
  /// The generation of the state that shows these words with what Enter would do: for what leaves the house, an Enter
  /// typed before that was painted does not count.
  var shownFrom = 0

  /// Where its words are kept.
  var place: DraftPlace {
    let subject =
      switch command.id.split(separator: ".").first {
      case "run": (situation.run?.id.name ?? "") + (situation.step.map { "#\($0.number)" } ?? "")
      case "oncall": situation.shift?.id ?? ""
      default: command.id == "incident.declare" ? "" : situation.incident?.id.name ?? ""
      }
    return .line(command.id, about: subject, chosen: chosen)
  }

  /// Whether the words in front of it are about the incident that is selected.
  var namesIncident: Bool { command.id != "incident.declare" && command.id != "run.value" }
}

/// One of a few that a command wants, bound like a line.
struct ChoicePrompt: Sendable {
  var command: RegisteredCommand
  var situation: Situation
  var prompt: String
  var choices: [RegisteredCommand.Choice]
}

/// The line that writes on an incident's timeline.
struct Composer: Sendable {
  var incident: StreamID
  var label: String
  var field: TextField
  /// The words in it were kept from before, and no key has touched them yet.
  var isKept = false
  /// How far back in the history it is; nil is the line's own text, which then waits in `own`.
  var historyPlace: Int?
  var own = ""
}

/// What a message wants of its writer: its one sentence, or what belongs into a gap.
struct MessageField: Sendable {
  var field: TextField
  /// The name of the gap; nil for the sentence.
  var gap: String?
  /// The words in it were kept from before, and no key has touched them yet.
  var isKept = false
}

/// A chat that is taken over: awaited, then looked at.
struct ChatImport: Sendable {
  var incident: StreamID
  var label: String
  var transcript: ChatTranscript?
  /// Why nothing could be read from the last paste.
  var complaint: String?
  /// The first line on the screen.
  var scroll = 0
}

/// The list of all commands by their words.
struct Palette: Sendable {
  var field = TextField()
  var selected = 0
}

/// The runbooks that could be opened for an incident, and why they are asked about.
struct RunChoice: Hashable, Sendable {
  var question: String
  /// At most nine, each by its digit.
  var candidates: [RunCandidate]
  /// The incident for which 0 shows all the others as well; nil where those named are all that fit.
  var all: StreamID?
}

/// A runbook that could be opened for an incident.
struct RunCandidate: Hashable, Sendable {
  var name: String
  var title: String
  var run: StreamID?
  var incident: StreamID?
}
