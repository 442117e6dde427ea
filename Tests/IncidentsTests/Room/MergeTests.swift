import EventLog
import Incidents
import TestSupport
import Testing

@Suite("Merge and split")
struct MergeTests {
  /// A major incident, and a second one with a task that is merged into it.
  private func merged() throws -> (parent: IncidentScenario, child: IncidentScenario) {
    var parent = try IncidentScenario.declared()
    try parent.perform(Delegate("look", to: "mira", within: .minutes(30)), at: "10:01")
    var child = IncidentScenario(at: .at("10:02"), number: 2)
    try child.declare(Declare(title: "Search is slow", severity: .sev2, service: "search"))
    try child.perform(Delegate("lag", to: "jon", within: .minutes(20)), at: "10:03")
    child.others = [parent.stream: parent.incident]
    let events = try child.perform(Merge(into: parent.stream, reason: "same cause"), at: "10:05")
    parent.now = child.now
    parent.take(events)
    return (parent, child)
  }

  @Test("the one closes as a duplicate and its clocks stop; the other holds it and its tasks")
  func merge() throws {
    let (parent, child) = try merged()
    #expect(child.incident.status == .closed && child.incident.resolution == .duplicate)
    #expect(child.incident.mergedInto == parent.stream)
    #expect(child.incident.deadlines.allSatisfy { !$0.isOpen })
    #expect(parent.incident.children.map(\.number) == [2])
    #expect(parent.incident.tasks.map(\.person) == ["mira", "jon"])
    #expect(parent.incident.tasks.last?.carriedFrom == child.stream)
    #expect(parent.due("task:2") == .at("10:23"))
  }

  @Test("a split puts both back as they stood")
  func split() throws {
    var (parent, child) = try merged()
    child.others = [parent.stream: parent.incident]
    let events = try child.perform(Split(), at: "10:10")
    parent.take(events)
    #expect(child.incident.status == .acknowledged && child.incident.resolution == nil)
    #expect(child.incident.mergedInto == nil && child.incident.closedAt == nil)
    #expect(child.due("task:1") == .at("10:23"))
    #expect(child.due(Clocks.update) != nil)
    #expect(parent.incident.children.isEmpty)
    #expect(parent.incident.tasks.filter(\.isOpen).map(\.person) == ["mira"])
    #expect(parent.due("task:2") == nil)
    #expect(throws: IncidentRefusal.alreadySo("it is merged into no other incident")) { try child.perform(Split()) }
    #expect(IncidentFold.state(of: child.stream, from: child.history.shuffled()) == child.incident)
    #expect(IncidentFold.state(of: parent.stream, from: parent.history.shuffled()) == parent.incident)
  }

  @Test("not into itself, not into what is over, not with children of its own")
  func refusals() throws {
    var (parent, child) = try merged()
    parent.others = [parent.stream: parent.incident, child.stream: child.incident]
    #expect(throws: IncidentRefusal.self) { try parent.perform(Merge(into: parent.stream)) }
    #expect(throws: IncidentRefusal.self) { try parent.perform(Merge(into: child.stream)) }
    #expect(throws: IncidentRefusal.self) { try parent.perform(Merge(into: StreamID("incident", "none"))) }
    var third = IncidentScenario(at: .at("10:20"), number: 3)
    try third.declare(Declare(title: "Third", severity: .sev2))
    parent.others[third.stream] = third.incident
    #expect(throws: IncidentRefusal.hasChildren([2])) { try parent.perform(Merge(into: third.stream)) }
  }

  @Test("what depends on a service that burns is suspected to follow from it, until somebody says otherwise")
  func suspicion() throws {
    var scenario = IncidentScenario(number: 2)
    var facts = scenario.facts(by: .lea)
    facts.suspectedParent = SuspectedParent(id: StreamID("incident", "one"), number: 1, because: "web depends on api")
    scenario.record(
      try Declare(title: "Web", severity: .sev3).drafts(in: scenario.stream, facts: facts), by: .lea)
    #expect(scenario.incident.suspectedParent == StreamID("incident", "one"))
    try scenario.perform(Split(reason: "another cause"), at: "10:05")
    #expect(scenario.incident.suspectedParent == nil)
  }

  @Test("dependencies are gone through to their end, rings included")
  func dependencies() {
    let services = [
      "web": Service(name: "web", dependencies: ["api", "cdn"]), "api": Service(name: "api", dependencies: ["db"]),
      "db": Service(name: "db", dependencies: ["web"]),
    ]
    #expect(SuspectedParent.dependencies(of: "web", in: services) == ["api", "cdn", "db"])
    #expect(SuspectedParent.dependencies(of: "none", in: services).isEmpty)
  }
}
