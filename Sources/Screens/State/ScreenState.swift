package import Commands
import Comms
package import EventLog
import Incidents

/// Everything that the screens show and know, as one value. It changes in `update` alone.
package struct ScreenState: Sendable {
  package internal(set) var size: Size
  package let glyphs: Glyphs
  package internal(set) var now: Instant
  /// How far the displayed zone is ahead of UTC now.
  package internal(set) var offset: Span
  /// What that zone is called ("CET"); nil where nobody said.
  package internal(set) var zoneName: String?
  /// The console was opened to look only; a store can be read-only by itself, too.
  package let opensReadOnly: Bool
  /// It hangs on a wall: nothing but the board is shown, and keys only leave it.
  let isOnWall: Bool

  /// The way back: the place that is seen is the last.
  package internal(set) var places: [ScreenPlace] = [.list]
  var mode = InputMode.keys
  /// The first of two keys that belong together.
  var chord: String?
  /// Typed ahead of what they are for.
  var heldKeys: [Key] = []

  @Shared package internal(set) var board: Board? = nil {
    didSet {
      let rows = board?.rows ?? []
      listHasRecovery = rows.contains { $0.needsVerification || $0.recoveryDeadline != nil }
      listHasService = rows.contains { $0.service != nil }
      wordy = rows.filter(\.wantsWords)
      asked = rows.filter { $0.offeredTo == board?.header.user && $0.status != .closed }
    }
  }
  /// Which columns the list has something for; found when it arrives, not for each frame.
  private(set) var listHasRecovery = false
  private(set) var listHasService = false
  /// The incidents on which silence is worth a nudge, and those whose command the person is asked to take.
  private(set) var wordy: [IncidentRow] = []
  private(set) var asked: [IncidentRow] = []
  @Shared package internal(set) var onCall: OnCallPage? = nil
  package internal(set) var runbooks: [RunbookRow]?
  @Shared package internal(set) var past: PastPage? = nil
  /// Incidents that are over and like one that was looked at.
  var similar: [StreamID: [PastPage.Hit]] = [:]
  /// The incident that ended last, for a list that is empty.
  @Shared package internal(set) var lastEnded: IncidentRow? = nil
  @Shared package internal(set) var runbookPage: RunbookPage? = nil
  @Shared package internal(set) var draftPage: DraftPage? = nil
  var details = DetailCache()
  /// The incident of the room as it was known at an earlier moment, while that is looked at.
  @Shared var known: IncidentDetail? = nil
  var loading = LoadingLedger()

  var list = Selection<StreamID>()
  /// The incidents of the list that are marked, for one command to all of them.
  var marked: Set<StreamID> = []
  /// What was selected on the first screen and has gone from it.
  @Shared var ghost: IncidentRow? = nil
  /// To be selected as soon as it is listed.
  var wanted: StreamID?
  /// An incident's number to open as soon as it is found among those that are over.
  var jump: String?
  var runbookSelection = Selection<String>()
  var pastPosition = PastPosition()
  /// The selected shift, by what it stands for.
  var shiftSelection = Selection<String>()
  var room = RoomPosition()
  var stepper = StepperPosition()
  var message = MessagePosition()
  /// The message of the place as it is written by now, or why it cannot be; nil until what it is written from is there.
  @Shared var writing: Result<WrittenMessage, CommsRefusal>? = nil
  var pageScroll = 0
  /// The incident that a runbook is being chosen for.
  var runbookIncident: StreamID?
  /// Whose runbook opens as soon as it is known.
  var awaitsRunbook: StreamID?

  /// Whose like are shown as soon as they are known.
  var awaitsSimilar: StreamID?

  /// Somebody has pressed a key for a command: from then on the cursor is theirs.
  var hasChosen = false

  /// When the bell rang last, so that a storm does not ring without end.
  var alarmedAt: Instant?

  /// What others were told last of where the person is, and when.
  var presence = ReportedPresence()
  var presenceToldAt: Instant?

  package internal(set) var notice: Notice?
  /// The last sentence that said no, whole, for the help.
  package internal(set) var lastTrouble: String?
  package internal(set) var pending: [PendingCommand] = []
  var nextTicket = 1

  /// Words begun and not sent. Whoever runs the screens may keep them safe and give them back.
  package var drafts: [DraftPlace: String] = [:]
  var history: [String] = []
  var findWords = ""

  /// Rises with whatever happens but a key: the time, the size, what was read, what was done.
  var news = 0
  /// Rises with each change; what was painted last is `paintedGeneration`.
  var generation = 0
  var paintedGeneration = 0

  /// - Parameters:
  ///   - offset: how far the displayed zone is ahead of UTC.
  ///   - zoneName: what that zone is called.
  ///   - isReadOnly: only looking: every change is refused with that reason.
  ///   - opensBoard: for a wall: nothing but the board, without keys.
  package init(
    size: Size, glyphs: Glyphs = .unicode, now: Instant, offset: Span = .zero, zoneName: String? = nil,
    isReadOnly: Bool = false, opensBoard: Bool = false
  ) {
    self.size = size
    self.glyphs = glyphs
    self.now = now
    self.offset = offset
    self.zoneName = zoneName
    opensReadOnly = isReadOnly || opensBoard
    isOnWall = opensBoard
    if opensBoard { places = [.board] }
  }

  /// Where the person is.
  package var place: ScreenPlace { places.last ?? .list }
  /// Nothing may be changed, because the console was opened so or because the store is so.
  package var isReadOnly: Bool { opensReadOnly || board?.header.isReadOnly == true }
  /// Whether the keys go into a text: a paste is welcome then.
  package var isTyping: Bool {
    switch mode {
    case .line, .composer, .palette, .find, .chat, .message: true
    case .confirm(let confirmation): confirmation.kind == .destructive
    case .keys, .choice, .help, .runChoice, .alerts, .editor: false
    }
  }

  /// Every draft, the one being typed included: what must survive whatever happens to the program.
  package var allDrafts: [DraftPlace: String] {
    var all = drafts
    if let open = openDraft, !open.text.isEmpty { all[open.place] = open.text }
    return all
  }

  /// The text being typed and where, for keeping it safe.
  package var openDraft: (place: DraftPlace, text: String)? {
    switch mode {
    case .composer(let composer): (.composer(composer.incident), composer.field.text)
    case .line(let prompt): (prompt.place, prompt.field.text)
    case .message(let writing) where writing.gap == nil: messagePlace.map { ($0, writing.field.text) }
    default: nil
    }
  }
}
