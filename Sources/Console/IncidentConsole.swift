package import Commands
package import Desk
package import EventLog
package import Screens

/// The screens of incidents in the loop: what happens goes to the screens, and what they ask for is carried out by
/// the desk, off the loop's thread.
package struct IncidentConsole: ConsoleProgram {
  package typealias Message = ScreenMessage

  package private(set) var state: ScreenState
  private let desk: Desk
  private let actor: Actor
  private let zone: DisplayedZone
  private let alarms: AlarmChoice
  private let exportPostMortem: @Sendable (StreamID) -> Result<String, Trouble>
  private var hasStarted = false
  private let drafts: DraftFile?
  private var keptDrafts: [DraftPlace: String]
  private var isKeeping = false
  private var memory = RowMemory()
  /// A key was pressed, and its picture goes before what else it calls for.
  private var owesFollowing = false

  /// - Parameters:
  ///   - alarms: what of the terminal is used where something waits for somebody.
  ///   - drafts: where unfinished words are kept; nil to keep none.
  ///   - exportPostMortem: writes the post-mortem of an incident into a file and returns its path.
  package init(
    state: ScreenState, desk: Desk, actor: Actor, zone: DisplayedZone, alarms: AlarmChoice = AlarmChoice(),
    drafts: DraftFile? = nil,
    exportPostMortem: @escaping @Sendable (StreamID) -> Result<String, Trouble>
  ) {
    self.state = state
    self.desk = desk
    self.actor = actor
    self.zone = zone
    self.alarms = alarms
    self.drafts = drafts
    keptDrafts = state.allDrafts
    self.exportPostMortem = exportPostMortem
  }

  package mutating func handle(_ event: ConsoleEvent<ScreenMessage>) -> [ConsoleRequest<ScreenMessage>] {
    var effects = follow(before: event)
    switch event {
    case .key(let key):
      effects = ScreenProgram.press(&state, key)
      owesFollowing = true
    case .resized(let size): effects += ScreenProgram.update(&state, .resized(size))
    case .tick(let now):
      effects += ScreenProgram.update(&state, .tick(now))
      effects += ScreenProgram.update(&state, .zone(offset: zone.offset(now), name: zone.name))
    case .changed: effects += ScreenProgram.update(&state, .changed)
    case .finished(.kept): isKeeping = false
    case .finished(let message): effects += ScreenProgram.update(&state, message)
    case .painted: effects += ScreenProgram.update(&state, .painted)
    }
    if !hasStarted {
      hasStarted = true
      effects = ScreenProgram.start(&state) + effects
      // The first picture already has its rows: reading them takes less time than a second frame would.
      effects = answerAtOnce(effects)
    }
    let drafts = keepDrafts()
    return effects.isEmpty ? drafts : effects.flatMap(requests) + drafts
  }

  /// What the keys before this event call for, unless another one comes before the picture.
  private mutating func follow(before event: ConsoleEvent<ScreenMessage>) -> [ScreenEffect] {
    if case .key = event { return [] }
    guard owesFollowing else { return [] }
    owesFollowing = false
    return ScreenProgram.follow(&state)
  }

  /// The runbooks, to be read beside the first picture: the preview of the first incident names one of them.
  var procedures: ProcedureShelf { desk.configuration.procedures }

  package mutating func view(size: Size) -> CellGrid { ScreenProgram.view(state, size, &memory) }

  package func nextTick(after now: Instant) -> Instant? { ScreenProgram.nextTick(state) }

  /// What is being written survives even a kill: it goes into its file as it is typed, one write at a time.
  private mutating func keepDrafts() -> [ConsoleRequest<ScreenMessage>] {
    let now = state.allDrafts
    guard let drafts, !isKeeping, now != keptDrafts else { return [] }
    let before = keptDrafts
    keptDrafts = now
    isKeeping = true
    return [
      .runUnseen {
        drafts.write(now, insteadOf: before)
        return .kept
      }
    ]
  }

  /// Keeps what is being written before the console ends, and waits until it is kept.
  package func saveDrafts() {
    var before = keptDrafts
    // Its last letters may still be on their way into the file.
    if let open = state.openDraft { before[open.place] = nil }
    drafts?.write(state.allDrafts, insteadOf: before)
  }

  private mutating func answerAtOnce(_ effects: [ScreenEffect]) -> [ScreenEffect] {
    var rest: [ScreenEffect] = []
    for effect in effects {
      if case .load(.board) = effect {
        rest += ScreenProgram.update(&state, .loaded(.board, answer(.board)))
      } else {
        rest.append(effect)
      }
    }
    return rest
  }

  private func answer(_ query: Query) -> Result<Answer, Trouble> {
    Self.result { () throws(Trouble) in try desk.answer(query, for: actor) }
  }

  private static func result(_ body: () throws(Trouble) -> Answer) -> Result<Answer, Trouble> { Result(catching: body) }

  private func requests(_ effect: ScreenEffect) -> [ConsoleRequest<ScreenMessage>] {
    guard case .alarm(let words) = effect else { return request(effect).map { [$0] } ?? [] }
    return (alarms.rings ? [.ring] : []) + (alarms.notifies ? [.announce(title: nil, notification: words)] : [])
  }

  private func request(_ effect: ScreenEffect) -> ConsoleRequest<ScreenMessage>? {
    let (desk, actor) = (desk, actor)
    switch effect {
    case .load(let query):
      return .run { .loaded(query, Self.result { () throws(Trouble) in try desk.answer(query, for: actor) }) }
    case .perform(let command, let ticket):
      return .run {
        do throws(Trouble) {
          return .performed(ticket: ticket, .success(try await desk.perform(command, by: actor)))
        } catch {
          return .performed(ticket: ticket, .failure(error))
        }
      }
    case .exportPostMortem(let incident):
      let export = exportPostMortem
      return .run { .exported(export(incident)) }
    case .edit(let text):
      return .edit(text: text, suffix: ".md") { outcome in
        switch outcome {
        case .saved(let text): .edited(text)
        case .unchanged: .edited(nil)
        case .failed(let sentence): .editFailed(sentence)
        }
      }
    case .printBorderless(let text): return .printBorderless(text)
    case .beHere(let room, let draftingSince):
      return .runUnseen {
        // A sign of life that does not get through is no news to anybody.
        try? await desk.bePresent(in: room, draftingSince: draftingSince, by: actor)
        return .told
      }
    case .beWriting(let incident, let audience, let isOver):
      return .runUnseen {
        // Nobody is kept from writing because it could not be said.
        try? await desk.beWriting(on: incident, for: audience, isOver: isOver, by: actor)
        return .told
      }
    case .alarm: return nil
    case .repaint: return .repaint
    case .suspend: return .suspend
    case .quit: return .quit(0)
    }
  }
}
