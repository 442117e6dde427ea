import Commands
import EventLog
import GRDB
import GRDBSQLite
import TestSupport
import Testing

@testable import Desk
@testable import Incidents
@testable import Ledger

/// What a screen costs must follow from what it shows, not from how much has been recorded. Counted are the steps of
/// SQLite's own machine, which do not depend on how busy this one is.
@Suite struct DeskCostTests {
  private final class Steps {
    var count = 0
  }

  private func cost(_ store: DeskStore, _ body: (Desk, Reading) throws -> Void) throws -> Int {
    let steps = Steps()
    try store.ledger.read { reading in
      // The first time statements are prepared; that is not counted.
      try body(store.desk, reading)
      let connection = reading.database.sqliteConnection
      let every: Int32 = 10
      sqlite3_progress_handler(
        connection, every,
        { context in
          if let context { Unmanaged<Steps>.fromOpaque(context).takeUnretainedValue().count += 1 }
          return 0
        }, Unmanaged.passUnretained(steps).toOpaque())
      defer { sqlite3_progress_handler(connection, 0, nil, nil) }
      try body(store.desk, reading)
    }
    return steps.count
  }

  private func past(_ incidents: Int) throws -> DeskStore {
    let store = try DeskStore()
    try store.desk.generate(incidents: incidents, events: incidents * 30, seed: 5) { _ in }
    return store
  }

  @Test func boardAndRoomCostTheSameWhateverLiesBehindThem() throws {
    let (small, large) = (try past(40), try past(1_200))
    #expect(try small.desk.board().rows.count == large.desk.board().rows.count)
    let board: (Desk, Reading) throws -> Void = { _ = try $0.board($1, for: .lea) }
    let boards = try (cost(small, board), cost(large, board))
    #expect(boards.0 > 0)
    #expect(Double(boards.1) < Double(boards.0) * 1.2, "\(boards)")
    func room(_ store: DeskStore) throws -> Int {
      let id = try #require(try store.desk.board().rows.first { $0.status == .acknowledged }?.id)
      return try cost(store) { _ = try $0.detail(id, entries: 50, $1, for: .lea) }
    }
    let rooms = try (room(small), room(large))
    #expect(Double(rooms.1) < Double(rooms.0) * 1.5, "\(rooms)")
    let ended: (Desk, Reading) throws -> Void = { _ = try $0.past(words: "", before: nil, $1) }
    let pages = try (cost(small, ended), cost(large, ended))
    // A full page of fifty against one of thirty-two.
    #expect(Double(pages.1) < Double(pages.0) * 50 / 32 * 1.2, "\(pages)")
  }

  @Test func aRoomCostsWhatItShowsOfALongTimeline() async throws {
    func room(_ entries: Int) async throws -> Int {
      let store = try DeskStore()
      let incident = try await store.declare()
      let actor = Actor.lea
      _ = try store.ledger.writeAndWait { transaction in
        for number in 1...entries {
          let draft = Draft(
            TimelineNoted(text: "entry \(number)", entry: .note, nextUpdateAt: nil), stream: incident,
            incident: incident, happenedAt: transaction.now)
          _ = try transaction.append([draft], actor: actor)
        }
      }
      store.advance(.hours(1))
      return try cost(store) { _ = try $0.detail(incident, entries: 50, $1, for: .lea) }
    }
    let (short, long) = try (await room(100), await room(5_000))
    // Counting what is above the page is the one thing that grows, by a step or two an entry.
    #expect(long < short + 5_000, "\(short) \(long)")
  }
}
