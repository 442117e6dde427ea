import Commands
import EventLog
import Incidents
import TestSupport
import Testing

@testable import Desk

@Suite struct DeskPastTests {
  private func ended(_ store: DeskStore, _ title: String, saying text: String) async throws -> StreamID {
    let incident = try await store.declare(title, .sev3)
    store.advance(.minutes(1))
    try await store.perform(Log(text), on: incident)
    store.advance(.minutes(1))
    try await store.perform(Resolve(verifiedBy: "looked"), on: incident)
    try await store.perform(Close(), on: incident)
    return incident
  }

  @Test func wordsFindTheIncidentsWhoseEntriesHoldThemAllTheNewestFirst() async throws {
    let store = try DeskStore()
    let older = try await ended(store, "Database slow", saying: "replica lag of 40 s on db-2")
    let newer = try await ended(store, "Database slower", saying: "replica lag again")
    _ = try await ended(store, "Payments", saying: "the provider is down")
    let page = try store.desk.past("replica  lag")
    #expect(page.rows.map(\.row.id) == [newer, older] && page.words == "replica lag" && page.next == nil)
    #expect(page.rows[1].excerpt == "replica lag of 40 s on db-2")
    #expect(try store.desk.past("replica db-2").rows.map(\.row.id) == [older])
    #expect(try store.desk.past("nothing says this").rows.isEmpty)
    #expect(try store.desk.past("Payments").rows.first?.row.title == "Payments")
  }

  @Test func whatIsWrittenAsAQueryIsTakenAsWords() async throws {
    let store = try DeskStore()
    _ = try await ended(store, "Odd", saying: "a \"quoted\" AND (half")
    for words in ["\"", "AND", "(half", "*", "a OR", "NEAR(", "col:on", "-", "'; DROP TABLE event; --"] {
      _ = try store.desk.past(words)
    }
    #expect(try store.desk.past("\"quoted\"").rows.count == 1)
  }

  @Test func withoutWordsAllThatEndedPageByPage() async throws {
    let store = try DeskStore()
    try store.desk.generate(incidents: 130, events: 0, seed: 3) { _ in }
    var numbers: [Int] = []
    var before: Int64?
    repeat {
      let page = try store.desk.past(before: before)
      #expect(page.rows.count <= 50)
      numbers += page.rows.map(\.row.number)
      before = page.next
    } while before != nil
    #expect(numbers == numbers.sorted(by: >) && Set(numbers).count == numbers.count)
    #expect(numbers.count == 122)
  }
}
