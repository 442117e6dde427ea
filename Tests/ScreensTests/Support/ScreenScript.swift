import Commands
import EventLog
import Incidents
import OnCall
import Testing

@testable import Screens

/// Keys into the screens, and what they ask for; loads are answered at once, commands only when told.
struct ScreenScript {
  var state: ScreenState
  var world: TestWorld
  private(set) var performed: [(ticket: Int, command: Command)] = []
  private(set) var effects: [ScreenEffect] = []
  /// What others were told of where the person is ("n42", "n42 drafting", "-").
  private(set) var presence: [String] = []
  /// What others were told of whom the person writes for ("n42 internal", "n42 internal over").
  private(set) var writes: [String] = []

  init(
    _ world: TestWorld, columns: Int = 80, rows: Int = 24, glyphs: Glyphs = .unicode, offset: Span = .zero,
    zoneName: String? = nil, isReadOnly: Bool = false
  ) {
    self.world = world
    state = ScreenState(
      size: Size(columns: columns, rows: rows), glyphs: glyphs, now: world.now, offset: offset, zoneName: zoneName,
      isReadOnly: isReadOnly)
    carryOut(ScreenProgram.start(&state))
  }

  /// The board of a wall.
  init(_ world: TestWorld, size: Size, glyphs: Glyphs = .unicode, opensBoard: Bool) {
    self.world = world
    state = ScreenState(size: size, glyphs: glyphs, now: world.now, opensBoard: opensBoard)
    carryOut(ScreenProgram.start(&state))
  }

  mutating func send(_ message: ScreenMessage) { carryOut(ScreenProgram.update(&state, message)) }

  /// Keys as the registry writes them, a blank between two.
  mutating func press(_ keys: String) {
    for name in keys.split(separator: " ") {
      send(.key(ScreenScript.key(String(name))))
      send(.painted)
    }
  }

  mutating func type(_ text: String) { for character in text { send(.key(.character(character))) } }

  static func key(_ name: String) -> Key {
    switch name {
    case "Enter": .enter
    case "Esc": .escape
    case "Tab": .tab
    case "Space": .character(" ")
    case "Backspace": .backspace
    case "↑": .up
    case "↓": .down
    case "←": .left
    case "→": .right
    case "Home": .home
    case "End": .end
    case "PgUp": .pageUp
    case "PgDn": .pageDown
    case _ where name.count == 2 && name.hasPrefix("^"): .control(Character(name.dropFirst().lowercased()))
    default: .character(Character(name))
    }
  }

  private mutating func carryOut(_ new: [ScreenEffect]) {
    for effect in new {
      switch effect {
      case .load(let query):
        if world.isSilent { effects.append(effect) } else { send(.loaded(query, world.answer(query))) }
      case .beHere(let room, let since):
        presence.append((room.map { String($0.key) } ?? "-") + (since == nil ? "" : " drafting"))
      case .beWriting(let incident, let audience, let isOver):
        writes.append("\(incident.key) \(audience.rawValue)\(isOver ? " over" : "")")
      case .perform(let command, let ticket): performed.append((ticket, command))
      default: effects.append(effect)
      }
    }
  }

  /// Answers the command sent last.
  mutating func answer(_ result: Result<Outcome, Trouble>) {
    guard let last = performed.last else { return }
    send(.performed(ticket: last.ticket, result))
    send(.painted)
  }

  /// The commands sent so far, in a short form to compare.
  var sent: [String] { performed.map { ScreenScript.words($0.command) } }

  static func words(_ command: Command) -> String {
    switch command {
    case .declare(let declare): "declare \(declare.severity.name) \(declare.service ?? "-") \(declare.title)"
    case .startRun(let name, let incident): "start \(name) \(incident?.key ?? "-")"
    case .run(let id, let action): "run \(id.key) \(action)"
    case .rota(let inner): words(inner)
    case .importIncident, .review, .addSilence, .endSilence: "\(command)"
    case .incident(let id, let inner, let revision):
      "\(id.key)\(revision.map { "@\($0)" } ?? "") \(words(inner))"
    }
  }

  private static func words(_ command: any IncidentCommand) -> String {
    switch command {
    case is Acknowledge: "acknowledge"
    case let log as Log: "log \(log.entry.rawValue) \(log.time.map { $0.at.rfc3339 + " " } ?? "")\(log.text)"
    case let set as SetSeverity: "severity \(set.severity.name)" + (set.reason.map { " because \($0)" } ?? "")
    case let set as SetImpact: "impact \(set.text)"
    case let set as SetReport: "can \(set.condition ?? "-") | \(set.actions ?? "-") | \(set.needs ?? "-")"
    case let pin as Pin: "pin \(pin.target) \(pin.isPinned)"
    case let hide as Hide: "hide \(hide.target) \(hide.isHidden)"
    case let give as Delegate: "delegate \(give.person): \(give.text) \(give.within.map(\.words) ?? "-")"
    case let task as UnderstandTask: "understood \(task.task)"
    case let task as FinishTask: "done \(task.task)"
    case let poll as ProposeDecision: "poll \(poll.text) \(poll.within.map(\.words) ?? "-")"
    case let objection as Object: "object \(objection.decision) \(objection.text)"
    case let add as AddHypothesis: "hypothesis \(add.text)"
    case let settle as SettleHypothesis:
      "\(settle.isConfirmed ? "confirm" : "rule out") \(settle.hypothesis) \(settle.evidence ?? "-")"
    case let offer as OfferRole: "offer \(offer.role.rawValue) to \(offer.person)"
    case is AcceptRole: "accept"
    case let merge as Merge: "merge into \(merge.into.key)"
    case is Split: "split"
    case let snooze as Snooze: "rest \(snooze.length?.words ?? "-") \(snooze.reason ?? "-")"
    case let role as AssignRole:
      "\(role.role.rawValue) \(role.person ?? "-")" + (role.reason.map { " because \($0)" } ?? "")
    case let message as SendMessage:
      "tell \(message.audience.rawValue) by \(message.channel) (\(message.letters.count) letters): "
        + (message.text.split(separator: "\n").dropFirst().first ?? "")
    case let approve as ApproveMessage: "approve \(approve.audience.rawValue): \(approve.text.prefix(40))"
    default: "\(command)"
    }
  }

  private static func words(_ command: any RotaCommand) -> String {
    switch command {
    case let take as TakeOver: "take \(take.role.rawValue)"
    case let edit as OverrideDuty:
      "override \(edit.change.rawValue) \(edit.person) for \(edit.replaced ?? "-") \(edit.role?.rawValue ?? "-")"
    case let swap as OfferSwap: "swap \(swap.person ?? "-") to \(swap.with) \(swap.given.from.rfc3339.prefix(10))"
    case let offer as OfferHandoff: "handoff to \(offer.to ?? "next")"
    case is AcceptHandoff: "accept handoff"
    case let accept as AcceptSwap: "accept swap \(accept.target)"
    case let withdraw as WithdrawHandoff: "decline handoff \(withdraw.reason ?? "")"
    case is SeeNotices: "seen"
    default: "\(command)"
    }
  }

  /// Drawn anew, whatever was there before.
  var grid: CellGrid { grid(state.size) }

  func grid(_ size: Size) -> CellGrid {
    var memory = RowMemory()
    return ScreenProgram.view(state, size, &memory)
  }

  var text: String { grid.text }
}
