import Commands
import Desk
import EventLog
import Ledger
import OnCall
import Settings

/// The ways on which a test came to its person, who said so with its code.
struct ConfirmedWays {
  private struct Way: Hashable {
    var person: String
    var channel: String
  }

  private var ways: Set<Way> = []

  /// None.
  init() {}

  /// - Throws: trouble with the store.
  init(_ session: Session) throws(Trouble) {
    let events = try troubled { try session.desk.ledger.read { try $0.events(stream: PageTest.stream) } }
    ways = Set(
      events.compactMap { $0.decoded(PageTestConfirmed.self) }.map { Way(person: $0.person, channel: $0.channel) })
  }

  func contains(_ person: String, _ channel: String) -> Bool { ways.contains(Way(person: person, channel: channel)) }

  /// Those whom a way of this configuration is known to reach.
  func people(_ configuration: Configuration) -> Set<String> {
    Set(
      configuration.pageWays.filter { person, ways in ways.contains { contains(person, $0.channel) } }.map(\.key))
  }
}
