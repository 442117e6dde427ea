import Commands
import Desk
import EventLog
import FoundationEssentials
import Glibc
import Incidents
import Ledger
import OnCall
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
  /// Who may do what needs a verified identity with a role.
  let rights: Rights

  /// Why a session is opened; it decides whether the store is made, and who acts.
  private enum Purpose { case change, read, look, serve, drill(String) }

  /// Opens the store for a verb that changes something, and makes it where it is not there yet.
  /// - Throws: trouble with places, configuration, identity or store.
  static func open(_ options: GlobalOptions) throws -> Session {
    try Session(options, options.readOnly ? .look : .change)
  }

  /// Opens the store for the daemon, which is no person and asks nobody.
  /// - Throws: as `open`.
  static func openForServing(_ options: GlobalOptions) throws -> Session { try Session(options, .serve) }

  /// Opens the store for a verb that only reads; nil where there is none: then it says so on standard error.
  /// - Throws: as `open`.
  static func openForReading(_ options: GlobalOptions) throws -> Session? {
    let paths = try places(options)
    guard Surroundings.fileExists(paths.database) else {
      Output.complain("the store \(paths.database) is new: nothing has been recorded yet.")
      return nil
    }
    return try Session(options, options.readOnly ? .look : .read)
  }

  /// A throw-away store in which everything is a drill.
  static func drill(_ options: GlobalOptions, folder: String) throws -> Session {
    try Session(options, .drill(folder))
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
      throw Trouble(error.code == .noPermission ? .notAllowed : .configuration, error.message, cause: error.cause)
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
      throw Trouble(error.code == .noPermission ? .notAllowed : .configuration, error.message, cause: error.cause)
    }
  }

  /// Who acts; nil for somebody who was asked who they are and only wants to look. Whoever only reads is let in under
  /// the login, as a team's store asks for a known person only before the first change.
  private static func actor(
    _ options: GlobalOptions, _ configuration: Configuration, _ paths: StorePaths, _ store: StoreKind,
    _ purpose: Purpose
  ) throws(Trouble) -> Actor? {
    let observed = Surroundings.observed
    let named = options.person ?? Surroundings.environment["SITREP_USER"] ?? ""
    let login = observed.login ?? "uid-\(observed.uid)"
    let asking = WhoAreYou(paths: paths, login: login, team: configuration.rota)
    let isUnknown = store == .team && configuration.rota.person(login: login) == nil
    let claimed = named.isEmpty && isUnknown ? asking.chosen : named
    do {
      return try Identity.actor(observed: observed, claimed: claimed, store: store, team: configuration.rota)
    } catch {
      if case .notAName = error { throw Trouble(.usage, error.sentence) }
      guard case .unknownLogin = error else { throw Trouble(.notAllowed, error.sentence) }
      switch purpose {
      case .serve: return Actor(person: "sitrep", via: "serve", assurance: .machine)
      case .change where WhoAreYou.canAsk && !configuration.rota.people.isEmpty:
        guard let name = asking.ask() else { return nil }
        return try actor(observed, as: name, store, configuration)
      case .change, .drill: throw Trouble(.notAllowed, error.sentence)
      case .read, .look: return onlooker(observed)
      }
    }
  }

  private static func actor(
    _ observed: ObservedLogin, as name: String, _ store: StoreKind, _ configuration: Configuration
  ) throws(Trouble) -> Actor {
    do {
      return try Identity.actor(observed: observed, claimed: name, store: store, team: configuration.rota)
    } catch {
      throw Trouble(.notAllowed, error.sentence)
    }
  }

  private static func onlooker(_ observed: ObservedLogin) -> Actor {
    Actor(
      person: observed.login ?? "uid-\(observed.uid)", login: observed.login, uid: observed.uid, host: observed.host,
      via: observed.via, assurance: .asserted)
  }

  private init(_ options: GlobalOptions, _ purpose: Purpose) throws {
    var paths = try Self.places(options)
    var isDrill = false
    if case .drill(let folder) = purpose {
      paths.database = folder + "/demo.db"
      isDrill = true
    }
    let (configuration, complaint) = try Self.usableSettings(paths)
    self.configuration = configuration
    if let complaint { Output.complain(complaint) }
    self.paths = paths
    storeKind = isDrill ? .personal : Surroundings.storeKind(of: paths.database)
    let known = try Self.actor(options, configuration, paths, storeKind, purpose)
    actor = known ?? Self.onlooker(Surroundings.observed)
    var mayCreate = true
    var isReadOnly = known == nil
    switch purpose {
    case .read: mayCreate = false
    case .look: isReadOnly = true
    case .change, .serve, .drill: break
    }
    let ledger = try Self.opened(
      paths.database,
      LedgerOptions(
        isReadOnly: isReadOnly, isTeam: storeKind == .team, createIfMissing: mayCreate && !isReadOnly,
        writerCache: Self.writerCache(purpose), progress: { Output.complain($0) }))
    let rights = Rights(
      store: storeKind, fileOwner: Surroundings.owner(of: paths.database), team: configuration.rota)
    self.rights = rights
    desk = Desk(
      ledger: ledger,
      configuration: DeskConfiguration(
        clocks: configuration.clocks, admission: configuration.admission,
        services: isDrill ? Rehearsal.services : configuration.servicesByName,
        rota: isDrill ? Rehearsal.rota(at: SystemClock.now()) : configuration.rota,
        escalation: configuration.escalation,
        // Whatever a drill decides, nothing leaves its store.
        postPage: isDrill ? nil : PagePosting(ways: configuration.pageWays).post,
        postReminder: isDrill ? nil : PagePosting(ways: configuration.pageWays).remind,
        pageChannels: configuration.pageWays.mapValues { $0.map(\.channel) },
        pagers: isDrill ? [] : configuration.console.pagers.map(\.pager),
        heardEvery: configuration.console.watch.heardEvery,
        comms: configuration.comms, messageWays: isDrill ? [:] : configuration.messageWays,
        redaction: OutwardRedaction(configuration.console.redactionPatterns),
        procedures: RunbookFolders.index(configuration),
        displayZone: configuration.console.displayZone, host: Surroundings.host, process: Int(getpid()),
        store: isDrill ? "demo" : storeKind.rawValue, isDrill: isDrill, complaint: complaint,
        hasRight: { actor, right in PersonRole(rawValue: right).map { rights.may($0, actor) } ?? false }),
      clock: SystemClock.now, newKey: SystemRandom.key)
  }

  /// In kilobytes. A verb is over before its memory counts; a daemon stays for months beside everything else, and reads
  /// little twice.
  private static func writerCache(_ purpose: Purpose) -> Int {
    if case .serve = purpose { return 2_000 }
    return 16_000
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

  /// Lets only those on who have a right.
  /// - Throws: a refusal that says who may.
  func require(_ role: PersonRole) throws(Trouble) {
    guard !rights.may(role, actor) else { return }
    throw Trouble(.notAllowed, rights.refusal(of: role, to: actor))
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

  /// What the header of every screen says.
  func header() throws -> Header? {
    guard case .board(let board) = try desk.answer(.board, for: actor) else { return nil }
    return board.header
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
  ///
  /// - Parameter consequence: what follows from that, and what to do.
  func warn(
    ofUnknownService name: String?,
    _ consequence: String = "It is recorded as typed; sitrep incident edit N --service NAME puts it right."
  ) {
    let known = configuration.servicesByName
    guard let name, configuration.hasServices, known[name] == nil else { return }
    let near = NearestWord.to(name, among: known.keys.sorted()).map { "; did you mean \($0)?" } ?? "."
    Output.complain("services.yaml knows no service \(name)\(near) \(consequence)")
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
