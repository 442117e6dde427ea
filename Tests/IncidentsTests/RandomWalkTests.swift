import EventLog
import Incidents
import TestSupport
import Testing

@Suite("Random walks")
struct RandomWalkTests {
  @Test("never break what always holds", arguments: 1...60)
  func invariants(seed: Int) throws {
    var walk = try RandomWalk(seed: UInt64(seed))
    for step in 0..<80 {
      let before = walk.scenario.incident
      let known = walk.scenario.history.count
      walk.step()
      let after = walk.scenario.incident
      let place = "seed \(seed), step \(step): \(walk.scenario.history.dropFirst(known).map(\.kind))"
      #expect(after.revision >= before.revision, "\(place)")
      #expect(after.times.disorder == nil, "\(place)")
      let open = after.deadlines.filter(\.isOpen).map(\.kind)
      #expect(Set(open).count == open.count, "\(place): \(open)")
      let keys = after.deadlines.map { "\($0.kind)|\($0.dueAt)" }
      #expect(Set(keys).count == keys.count, "\(place)")
      #expect(isOnLifeCycle(from: before.status, to: after.status, walk.scenario, known), "\(place)")
      #expect(zip(after.statuses, after.statuses.dropFirst()).allSatisfy { $0.from <= $1.from }, "\(place)")
      #expect(after.roles.allSatisfy { $0.to.map { end in end } ?? $0.from >= $0.from }, "\(place)")
      for role in Role.allCases { #expect(after.roles.count { $0.role == role && $0.to == nil } <= 1, "\(place)") }
      #expect(after.status != .closed || open.isEmpty, "\(place): \(open)")
      #expect((after.status == .closed) == (after.closedAt != nil), "\(place)")
      #expect((after.status == .resolved) || after.status == .closed || after.resolution == nil, "\(place)")
      #expect((after.status == .triggered) == (after.acknowledgedBy == nil) || isNobodys(after), "\(place)")
    }
    let history = walk.scenario.history
    #expect(IncidentFold.state(of: walk.scenario.stream, from: history) == walk.scenario.incident)
    var numbers = SeededNumbers(seed: UInt64(seed) &* 31)
    let shuffled = (history + history.prefix(20)).shuffled(using: &numbers)
    #expect(IncidentFold.state(of: walk.scenario.stream, from: shuffled) == walk.scenario.incident)
    #expect(walk.taken > 5 && walk.refused > 0)
  }

  /// What ended without anybody's acknowledge, or fired again after that, is nobody's too.
  private func isNobodys(_ incident: Incident) -> Bool {
    incident.acknowledgedBy == nil && [.resolved, .closed, .acknowledged].contains(incident.status)
  }

  private func isOnLifeCycle(from: Status, to: Status, _ scenario: IncidentScenario, _ known: Int) -> Bool {
    if from == to { return true }
    // An undo goes a step back, and nothing else does.
    if scenario.history.dropFirst(known).contains(where: { $0.kind == CommandUndone.kind }) {
      return LifeCycle.steps.contains { $0.from == to && $0.to == from }
    }
    return LifeCycle.steps.contains { $0.from == from && $0.to == to }
  }

  @Test("come to the same, event by event and all at once", arguments: 1...20)
  func stepIsFold(seed: Int) throws {
    var walk = try RandomWalk(seed: UInt64(seed) &+ 500)
    for _ in 0..<60 { walk.step() }
    let description = FoldDescription(IncidentFold.self)
    var state: String?
    var seen: [Event] = []
    for event in walk.scenario.history where event.supersedes == nil {
      seen.append(event)
      let step = try #require(description.step(walk.scenario.stream, state, event))
      state = step.folded.state
    }
    #expect(state == description.fold(walk.scenario.stream, seen.shuffled()).state)
    for (table, rows) in Dictionary(grouping: IncidentFold.rows(walk.scenario.incident), by: \.table) {
      let columns = IncidentFold.tables.first { $0.name == table }?.columns.count
      #expect(rows.allSatisfy { $0.values.count == columns })
    }
  }

  @Test("go everywhere: every status, every promise and nearly every kind of event")
  func reach() throws {
    var statuses: Set<Status> = []
    var kinds: Set<String> = []
    var promises: Set<String> = []
    for seed in 1...25 {
      var walk = try RandomWalk(seed: UInt64(seed))
      for _ in 0..<60 { walk.step() }
      statuses.formUnion(walk.scenario.incident.statuses.map(\.value))
      kinds.formUnion(walk.scenario.history.map(\.kind))
      promises.formUnion(walk.scenario.incident.deadlines.map(\.kind))
    }
    #expect(statuses == Set(Status.allCases))
    let room = promises.filter { $0.contains(":") }
    #expect(
      promises.subtracting(room) == [
        Clocks.acknowledge, Clocks.update, Clocks.publicUpdate, Clocks.recovery, Clocks.selfHeal, Clocks.answer,
        Clocks.review,
      ])
    #expect(Set(room.map { $0.prefix { $0 != ":" } }) == ["task", "objections", "handover"])
    let missing = Set(IncidentFold.payloads.map { $0.kind }).subtracting(kinds)
    let elsewhere: Set<String> = [
      ReportSet.kind, SummarySet.kind, MeetingPointSet.kind, EntryPinned.kind, EntryHidden.kind, IncidentMerged.kind,
      IncidentImported.kind,
      IncidentAbsorbed.kind, IncidentSplit.kind, IncidentReleased.kind, ParentSuspected.kind, EscalationBegan.kind,
      LevelReached.kind, EscalationStopped.kind, PageIntended.kind, PageSent.kind, PageFailed.kind, PageSuppressed.kind,
      PageLeftUnknown.kind, PageWithdrawn.kind, PagerReported.kind, LongIncidentSet.kind, MessageDelivered.kind,
      MessageFailed.kind,
      MessageLeftUnknown.kind,
    ]
    #expect(missing == elsewhere)
  }

  @Test("leave a timeline in whole words", arguments: 1...10)
  func texts(seed: Int) throws {
    var walk = try RandomWalk(seed: UInt64(seed) &+ 900)
    for _ in 0..<60 { walk.step() }
    for event in walk.scenario.history {
      let isSilent = [DeadlineSet.kind, EventCorrected.kind, EntryPinned.kind, EntryHidden.kind].contains(event.kind)
      let text = IncidentFold.text(of: event)
      #expect((text == nil) == isSilent, "\(event.kind)")
      #expect(text?.contains("{") != true, "\(event.kind) is shown as its payload")
    }
  }
}
