import Commands
import Desk
import EventLog
import FoundationEssentials
import Incidents
import Ledger
import Procedures
import Settings
import Synchronization

/// Everything a verb works with, opened as its options say.
struct Session {
  let paths: StorePaths
  let configuration: Configuration
  let actor: Actor
  let desk: Desk
  let storeKind: StoreKind

  /// Opens the store for a verb that changes something, and makes it where it is not there yet.
  /// - Throws: trouble with places, configuration, identity or store.
  static func open(_ options: GlobalOptions) throws -> Session {
    try Session(options, createIfMissing: !options.readOnly, isReadOnly: options.readOnly, drill: nil)
  }

  /// Opens the store for a verb that only reads; nil where there is none: then it says so on standard error.
  /// - Throws: as `open`.
  static func openForReading(_ options: GlobalOptions) throws -> Session? {
    let paths = try places(options)
    guard Surroundings.fileExists(paths.database) else {
      Output.complain("the store \(paths.database) is new: nothing has been recorded yet.")
      return nil
    }
    return try Session(options, createIfMissing: false, isReadOnly: options.readOnly, drill: nil)
  }

  /// A throw-away store in which everything is a drill.
  static func drill(_ options: GlobalOptions, folder: String) throws -> Session {
    try Session(options, createIfMissing: true, isReadOnly: false, drill: folder)
  }

  static func places(_ options: GlobalOptions) throws(Trouble) -> StorePaths {
    do {
      return try StorePaths.resolve(
        database: options.db, configuration: options.config, environment: Surroundings.environment,
        folderExists: Surroundings.folderExists)
    } catch {
      throw Trouble(.cannotCreate, error.message)
    }
  }

  /// The configuration, all of it right.
  /// - Throws: the first mistake, with its file and line.
  static func settings(_ paths: StorePaths) throws(Trouble) -> Configuration {
    do {
      return try Configuration.load(folder: paths.configuration, isRequired: paths.isConfigurationChosen)
    } catch {
      throw Trouble(.configuration, error.message, cause: error.cause)
    }
  }

  /// The configuration as far as it is right, and the first mistake: a typing error in a file must not keep anybody
  /// out of an incident.
  private static func usableSettings(
    _ paths: StorePaths
  ) throws(Trouble) -> (configuration: Configuration, complaint: String?) {
    do {
      let read = try Configuration.inspect(folder: paths.configuration, isRequired: paths.isConfigurationChosen)
      let complaint = read.problems.first.map { "configuration: \($0) (sitrep config check)" }
      return (read.configuration, complaint)
    } catch {
      throw Trouble(.configuration, error.message, cause: error.cause)
    }
  }

  /// Who acts. Whoever only reads is let in under the login, as a team's store asks for a known person only before
  /// the first change.
  private static func actor(
    _ options: GlobalOptions, _ configuration: Configuration, _ store: StoreKind, onlyReads: Bool
  ) throws(Trouble) -> Actor {
    let observed = Surroundings.observed
    let claimed = options.person ?? Surroundings.environment["SITREP_USER"]
    do {
      return try Identity.actor(observed: observed, claimed: claimed, store: store, team: configuration.rota)
    } catch {
      if case .notAName = error { throw Trouble(.usage, error.sentence) }
      guard onlyReads, claimed?.isEmpty ?? true else { throw Trouble(.notAllowed, error.sentence) }
      return Actor(
        person: observed.login ?? "uid-\(observed.uid)", login: observed.login, uid: observed.uid,
        host: observed.host, via: observed.via, assurance: .asserted)
    }
  }

  private init(_ options: GlobalOptions, createIfMissing: Bool, isReadOnly: Bool, drill: String?) throws {
    var paths = try Self.places(options)
    if let drill { paths.database = drill + "/demo.db" }
    let (configuration, complaint) = try Self.usableSettings(paths)
    self.configuration = configuration
    if let complaint { Output.complain(complaint) }
    self.paths = paths
    storeKind = drill == nil ? Surroundings.storeKind(of: paths.database) : .personal
    actor = try Self.actor(options, configuration, storeKind, onlyReads: isReadOnly || !createIfMissing)
    let ledger = try Self.opened(
      paths.database,
      LedgerOptions(
        isReadOnly: isReadOnly, isTeam: storeKind == .team, createIfMissing: createIfMissing,
        progress: { Output.complain($0) }))
    desk = Desk(
      ledger: ledger,
      configuration: DeskConfiguration(
        clocks: configuration.clocks, admission: configuration.admission,
        services: drill == nil ? configuration.servicesByName : Rehearsal.services,
        rota: drill == nil ? configuration.rota : Rehearsal.rota(at: SystemClock.now()),
        procedures: RunbookFolders.index(configuration),
        displayZone: configuration.console.displayZone, host: Surroundings.host,
        store: drill == nil ? storeKind.rawValue : "demo", isDrill: drill != nil, complaint: complaint),
      clock: SystemClock.now, newKey: SystemRandom.key)
  }

  /// What this run has opened, to be closed in order at its end: then all of a store is in its one file.
  private static let ledgers = Mutex<[Ledger]>([])

  static func close() {
    for ledger in ledgers.withLock({ $0 }) { ledger.close() }
  }

  private static func opened(_ path: String, _ options: LedgerOptions) throws(Trouble) -> Ledger {
    do {
      let ledger = try Ledger(
        path: path, folds: Desk.folds, options: options, clock: SystemClock.now, random: SystemRandom.bytes)
      ledgers.withLock { $0.append(ledger) }
      return ledger
    } catch {
      throw Trouble(error)
    }
  }

  /// The incident that "42" or "#42" means; without a name the only open one, else refused with the list.
  func incident(_ name: String?) throws -> StreamID {
    if let name { return try desk.incident(named: name) }
    guard case .board(let board) = try desk.answer(.board, for: actor) else { throw Trouble(.refused, "No answer.") }
    let open = board.rows.filter(\.status.isOpen)
    guard let first = open.first else { throw Trouble(.noSuchIncident, "No incident is open.") }
    guard open.count == 1 else {
      let list = open.map { Output.inList("#\($0.label) \($0.severityLabel) \($0.title)") }.joined(separator: "\n  ")
      throw Trouble(.refused, "Several incidents are open; say which one with -i N:\n  \(list)")
    }
    return first.id
  }

  func detail(_ id: StreamID, entries: Int = 100_000) throws -> IncidentDetail {
    guard case .incident(let detail) = try desk.answer(.incident(id, entries: entries), for: actor) else {
      throw Trouble(.noSuchIncident, "There is no such incident.")
    }
    return detail
  }

  /// The incident as it was known; "14:05" is that minute's beginning.
  func detail(_ id: StreamID, asKnownAt time: GivenTime) throws -> IncidentDetail {
    let query = Query.asKnown(id, at: time.at, entries: 100_000)
    guard case .incident(let detail) = try desk.answer(query, for: actor) else {
      throw Trouble(.noSuchIncident, "There is no such incident.")
    }
    return detail
  }

  /// Says on standard error that a service is none of those in services.yaml; it was recorded as typed all the same.
  func warn(ofUnknownService name: String?) {
    let known = configuration.servicesByName
    guard let name, configuration.hasServices, known[name] == nil else { return }
    let near = NearestWord.to(name, among: known.keys.sorted()).map { "; did you mean \($0)?" } ?? "."
    Output.complain(
      "services.yaml knows no service \(name)\(near) It is recorded as typed; sitrep incident edit N --service NAME "
        + "puts it right.")
  }

  /// Performs a command and prints what came of it: a sentence, or the whole incident as JSON.
  func perform(_ command: Command, json: Bool) throws {
    let outcome = try desk.performAndWait(command, by: actor)
    if json, let incident = outcome.incident {
      Output.json(try detail(incident).json(at: SystemClock.now()))
    } else {
      Output.line(outcome.sentence)
    }
  }
}
