package import Commands
package import EventLog
import Incidents
package import Ledger
import OnCall
import Procedures
import Review

/// The one way in and out: loads the state, lets the room decide inside the ledger's transaction, and answers what
/// screens and verbs ask. It holds no state of its own but guesses that are checked.
package final class Desk: Sendable {
  package let ledger: Ledger
  package let configuration: DeskConfiguration
  let clock: @Sendable () -> Instant
  let newKey: @Sendable () -> String
  let recentJoins = RecentJoins()
  let pagingLooks = PagingLooks()

  /// Every fold that the ledger has to know.
  package static let folds = [
    FoldDescription(IncidentFold.self), FoldDescription(AlertFold.self), FoldDescription(RunFold.self),
    FoldDescription(ReviewFold.self),
    FoldDescription(RotaFold.self), FoldDescription(SilenceFold.self),
  ]

  /// - Parameter newKey: A fresh key for a new stream; random in the product, counted in tests.
  package init(
    ledger: Ledger, configuration: DeskConfiguration, clock: @escaping @Sendable () -> Instant,
    newKey: @escaping @Sendable () -> String
  ) {
    self.ledger = ledger
    self.configuration = configuration
    self.clock = clock
    self.newKey = newKey
  }

  /// Does what is asked, durably, and says what came of it.
  /// - Throws: the refusal or the trouble, worded for the person. Nothing to do is not an error.
  package func perform(_ command: Command, by actor: Actor) async throws(Trouble) -> Outcome {
    do {
      return try await ledger.write { [self] transaction in try execute(command, by: actor, in: transaction) }
    } catch {
      throw Trouble(any: error)
    }
  }

  /// The same for callers that cannot suspend: the verbs.
  /// - Throws: as `perform`.
  package func performAndWait(_ command: Command, by actor: Actor) throws(Trouble) -> Outcome {
    do {
      return try ledger.writeAndWait { [self] transaction in try execute(command, by: actor, in: transaction) }
    } catch {
      throw Trouble(any: error)
    }
  }

  /// Answers from one snapshot of the store.
  /// - Throws: trouble with the store, or an incident, run or runbook that is not there.
  package func answer(_ query: Query, for actor: Actor) throws(Trouble) -> Answer {
    do {
      return try ledger.read { reading in
        switch query {
        case .board: .board(try board(reading, for: actor))
        case .incident(let id, let entries): .incident(try detail(id, entries: entries, reading, for: actor))
        case .asKnown(let id, let known, let entries):
          .incident(try detail(id, asKnownAt: known, entries: entries, reading))
        case .past(let words, let before): .past(try past(words: words, before: before, reading))
        case .similar(let id): .similar(try similar(to: id, reading))
        case .onCall: .onCall(try onCallPage(reading, for: actor))
        case .runbooks: .runbooks(try runbooks(reading))
        case .runbook(let name, let run): .runbook(try runbook(named: name, run: run, reading))
        case .messages(let id): .messages(try draftPage(of: id, reading, for: actor))
        case .run(let run): .runbook(try runbook(named: nil, run: run, reading))
        }
      }
    } catch {
      throw Trouble(any: error)
    }
  }

  /// The facts for a decision about an incident at this moment.
  func facts(
    _ transaction: Transaction, by actor: Actor, incident: StreamID? = nil, needsHistory: Bool = false
  ) throws -> IncidentFacts {
    IncidentFacts(
      now: transaction.now, actor: actor, isDrill: configuration.isDrill, clocks: configuration.clocks,
      nextNumber: incident == nil ? try nextNumber(transaction) : 0, services: configuration.services,
      alertsFiring: try incident.map { try alertsFiring(of: $0, transaction) } ?? 0,
      history: needsHistory ? try incident.map { try transaction.events(stream: $0) } ?? [] : [],
      isReviewed: try incident.map { try transaction.state(ReviewFold.self, ReviewRecord.stream(of: $0)) }??.stage
        .isReviewed ?? false)
  }
}
