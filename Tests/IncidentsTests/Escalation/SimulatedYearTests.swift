import EventLog
import Foundation
import Incidents
import TestSupport
import Testing

/// A year of incidents under a clock of the test: restarts, a wall clock that jumps both ways, acknowledges that are
/// lost. With `SITREP_SOAK=1` ten thousand of them.
@Suite("A simulated year")
struct SimulatedYearTests {
  private static let count =
    ProcessInfo.processInfo.environment["SITREP_SOAK"].map { !$0.isEmpty } == true ? 10_000 : 600

  @Test("pages everybody exactly once when it is due, never early and never after the acknowledge")
  func plain() {
    var pages = 0
    var wrong: [String] = []
    for seed in 1...Self.count {
      var incident = SimulatedIncident(seed: seed, isPlain: true)
      let acknowledged = incident.acts.first { if case .acknowledge = $0.act { true } else { false } }?.at
      incident.play()
      let expected = ExpectedPages(
        incident.severity, from: incident.start, until: incident.start + .hours(12), acknowledged: acknowledged,
        time: incident.time)
      let should = expected.pages.flatMap { page in page.people.map { "\(page.at.rfc3339) \($0)" } }
      let did = incident.sent.map { "\($0.at.rfc3339) \($0.letter.person)" }
      pages += did.count
      if should != did { wrong.append("seed \(seed): \(did) and not \(should)") }
    }
    #expect(wrong.isEmpty, "\(wrong.count) wrong, the first: \(wrong.first ?? "")")
    #expect(pages > Self.count * 2)
  }

  @Test("holds what it says whatever people, alerts and silences do meanwhile")
  func everything() {
    var pages = 0
    var runs = 0
    for seed in 1...(Self.count / 2) {
      var incident = SimulatedIncident(seed: seed + 1_000_000, isPlain: false)
      incident.play()
      pages += incident.sent.count
      runs = max(runs, incident.played.incident.escalation?.run ?? 0)
      explain(incident)
      guard seed % 10 == 0 else { continue }
      // A restart reads the log, in whatever order it finds it.
      var numbers = SeededNumbers(seed: UInt64(seed))
      let history = incident.played.scenario.history
      let refolded = IncidentFold.state(
        of: incident.played.scenario.stream, from: (history + history.prefix(7)).shuffled(using: &numbers))
      #expect(refolded == incident.played.incident, "seed \(seed)")
    }
    #expect(pages > Self.count && runs > 2)
  }

  /// Each page is on the timeline with its reason, and each level with the time it was due at.
  private func explain(_ incident: SimulatedIncident) {
    let history = incident.played.scenario.history
    let intended = history.compactMap { $0.decoded(PageIntended.self) }
    #expect(Set(intended.map(\.key)) == Set(incident.sent.map(\.letter.key)), "seed \(incident.seed)")
    for event in history {
      if let page = event.decoded(PageIntended.self) {
        #expect(IncidentFold.text(of: event)?.contains(page.because) == true && page.because.count > 5)
      }
      if let level = event.decoded(LevelReached.self) {
        #expect(event.happenedAt >= level.dueAt, "seed \(incident.seed): early")
      }
    }
  }
}
