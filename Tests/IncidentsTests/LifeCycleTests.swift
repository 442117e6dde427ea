import EventLog
import TestSupport
import Testing

@testable import Incidents

@Suite("Life cycle")
struct LifeCycleTests {
  /// The table in full: what is not named here changes nothing.
  static let table: [String: [LifeCycle.Trigger: Status]] = [
    "none": [.alertAdmitted: .triggered, .declare: .acknowledged],
    "triggered": [
      .acknowledge: .acknowledged, .mitigate: .mitigated, .allAlertsResolved: .triggered, .selfHeal: .resolved,
      .cancel: .closed, .merge: .closed,
    ],
    "acknowledged": [
      .unacknowledge: .triggered, .acknowledgeTimeOut: .triggered, .mitigate: .mitigated, .resolve: .resolved,
      .allAlertsResolved: .acknowledged, .selfHeal: .resolved, .cancel: .closed, .merge: .closed,
    ],
    "mitigated": [
      .resolve: .resolved, .alertFiresAgain: .acknowledged, .allAlertsResolved: .mitigated, .selfHeal: .resolved,
      .cancel: .closed, .merge: .closed,
    ],
    "resolved": [.alertFiresAgain: .acknowledged, .close: .closed, .reopen: .acknowledged],
    "closed": [.reopen: .acknowledged],
  ]

  static let origins: [Status?] = [nil] + Status.allCases.map { $0 }

  @Test("knows every step, and none besides", arguments: origins, LifeCycle.Trigger.allCases)
  func steps(from: Status?, trigger: LifeCycle.Trigger) {
    #expect(LifeCycle.next(from: from, trigger) == Self.table[from?.rawValue ?? "none"]?[trigger])
  }

  @Test("has one answer for each pair")
  func unique() {
    let pairs = LifeCycle.steps.map { "\($0.from?.rawValue ?? "none") \($0.trigger)" }
    #expect(Set(pairs).count == pairs.count)
  }

  /// A scenario in each status, reached as people and alerts reach it.
  static func scenario(in status: Status) throws -> IncidentScenario {
    var scenario = IncidentScenario.triggered()
    if status == .triggered { return scenario }
    try scenario.perform(Acknowledge(), at: "10:05")
    if status == .acknowledged { return scenario }
    try scenario.perform(Mitigate(), at: "10:20")
    if status == .mitigated { return scenario }
    try scenario.perform(Resolve(verifiedBy: "probe green"), at: "10:40")
    if status == .resolved { return scenario }
    try scenario.perform(Close(waiver: "exercise"), at: "10:50")
    return scenario
  }

  /// What each kind of event does in each status; nil where it stands on the timeline and changes nothing.
  static let effects: [(name: String, trigger: LifeCycle.Trigger, body: @Sendable (Incident) -> Draft)] = [
    ("acknowledged", .acknowledge, { draft(IncidentAcknowledged(), $0) }),
    ("unacknowledged", .unacknowledge, { draft(IncidentUnacknowledged(), $0) }),
    ("mitigated", .mitigate, { draft(IncidentMitigated(), $0) }),
    ("resolved", .resolve, { draft(IncidentResolved(resolution: .fixed), $0) }),
    ("healed", .selfHeal, { draft(IncidentResolved(resolution: .selfHealed), $0) }),
    ("closed", .close, { draft(IncidentClosed(), $0) }),
    ("cancelled", .cancel, { draft(IncidentCancelled(because: .falseAlarm), $0) }),
    ("merged", .merge, { draft(IncidentCancelled(because: .duplicate), $0) }),
    ("reopened", .reopen, { draft(IncidentReopened(reason: "again"), $0) }),
    ("refired", .alertFiresAgain, { draft(AlertRefired(alert: StreamID("alert", "a"), name: "A"), $0) }),
    ("cleared", .allAlertsResolved, { draft(AlertsCleared(), $0) }),
  ]

  private static func draft(_ body: some EventPayload, _ incident: Incident) -> Draft {
    Draft(body, stream: incident.id, incident: incident.id, happenedAt: .at("10:55"))
  }

  @Test("is what the fold follows, in every status", arguments: Status.allCases, effects.indices)
  func fold(status: Status, index: Int) throws {
    var scenario = try Self.scenario(in: status)
    scenario.now = .at("10:55")
    let effect = Self.effects[index]
    let before = scenario.incident
    scenario.record([effect.body(before)], by: .tom)
    let expected = LifeCycle.next(from: status, effect.trigger) ?? status
    #expect(scenario.incident.status == expected, "\(effect.name) in \(status)")
    let moves = LifeCycle.next(from: status, effect.trigger) != nil && effect.trigger != .allAlertsResolved
    #expect(scenario.incident.revision == before.revision + (moves ? 1 : 0), "\(effect.name) in \(status)")
    if !moves, effect.trigger != .allAlertsResolved, effect.trigger != .alertFiresAgain {
      var after = scenario.incident
      after.lastEventAt = before.lastEventAt
      #expect(after == before, "\(effect.name) in \(status) changes nothing")
    }
  }

  @Test("begins with one event; a second opening, or anything before the first, changes nothing")
  func opening() throws {
    var scenario = try IncidentScenario.declared()
    let before = scenario.incident
    let again = try Declare(title: "Another", severity: .sev4).drafts(
      in: scenario.stream, facts: scenario.facts(by: .tom))
    scenario.record([try #require(again.first)], by: .tom)
    #expect(scenario.incident == before)
    var empty = IncidentScenario()
    empty.record(Self.effects.map { $0.body(Incident(id: empty.stream)) }, by: .lea)
    #expect(empty.incident == Incident(id: empty.stream))
    #expect(!empty.incident.exists)
    #expect(IncidentFold.rows(empty.incident).isEmpty)
  }

  @Test("lists where a trigger may come from")
  func sources() {
    #expect(LifeCycle.sources(of: .resolve) == [.acknowledged, .mitigated])
    #expect(LifeCycle.sources(of: .declare) == [])
    #expect(Set(LifeCycle.sources(of: .cancel)) == [.triggered, .acknowledged, .mitigated])
  }
}
