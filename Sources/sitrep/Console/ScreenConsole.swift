import Commands
import Console
import Desk
import EventLog
import Ledger
import OnCall
import Screens
import Settings
import Terminal

/// The console on a terminal: screens, loop and curses put together.
struct ScreenConsole {
  private let session: Session
  private let options: GlobalOptions

  private let opensBoard: Bool

  init(_ session: Session, _ options: GlobalOptions, opensBoard: Bool = false) {
    self.session = session
    self.options = options
    self.opensBoard = opensBoard
  }

  func run() throws -> Int32 {
    guard let color = ColorChoice(rawValue: options.color) else {
      throw Trouble(.badInput, "--color wants auto, always or never, not \(options.color).")
    }
    let environment = Surroundings.environment
    let settings = TerminalSettings(
      color: color, ascii: options.ascii, environment: environment,
      logPath: ConsoleLogFile.path(environment: environment))
    let bell = try troubled { try session.desk.ledger.bell() }
    do {
      return try TerminalActor.onThisThread {
        let backend = try NCursesBackend(settings)
        let drafts = DraftFile(folder: session.paths.state, author: session.actor.person)
        let loop = ConsoleLoop(
          program: program(size: backend.size, glyphs: backend.glyphs, drafts: drafts), backend: backend,
          bell: LedgerBell(bell: bell), signals: ProcessSignals(), environment: environment, clock: SystemClock.now,
          saveDrafts: { $0.saveDrafts() })
        return loop.runIncidents()
      }
    } catch let trouble as TerminalTrouble {
      throw Trouble(.unavailable, trouble.message, cause: trouble.cause)
    }
  }

  private func program(size: Size, glyphs: Glyphs, drafts: DraftFile) -> IncidentConsole {
    let zone = session.configuration.console.displayZone
    let now = SystemClock.now()
    var state = ScreenState(
      size: size, glyphs: glyphs, now: now, offset: zone.offset(at: now),
      zoneName: zone == .utc ? nil : zone.identifier, isReadOnly: session.desk.ledger.isReadOnly,
      opensBoard: opensBoard)
    state.drafts = drafts.read()
    let exports = PostMortemExport(session)
    return IncidentConsole(
      state: state, desk: session.desk, actor: session.actor,
      zone: DisplayedZone(name: zone == .utc ? nil : zone.identifier) { zone.offset(at: $0) },
      alarms: AlarmChoice(
        rings: session.configuration.console.rings, notifies: session.configuration.console.notifies),
      drafts: drafts,
      exportPostMortem: { exports.write($0) })
  }
}
