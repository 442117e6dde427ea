import EventLog
import Incidents
import Testing

@testable import Commands

/// Every command can be reached, is explained, and says what it does to the world.
@Suite struct RegistryTests {
  @Test func eachPlaceStandsWhereItsOrderSays() {
    #expect(RegisteredCommand.Place.allCases.map(\.order) == Array(0..<RegisteredCommand.Place.allCases.count))
  }

  /// The screens keep which of them can run as one bit each.
  @Test(arguments: RegisteredCommand.Place.allCases)
  func aFooterHasNoMoreCommandsThanAWordHasBits(place: RegisteredCommand.Place) {
    #expect(Registry.footer(at: place).count <= UInt64.bitWidth)
  }

  @Test func idsAreUnique() {
    let ids = Registry.all.map(\.id)
    #expect(Set(ids).count == ids.count)
    for id in ids { #expect(Registry.command(id)?.id == id) }
  }

  @Test(arguments: RegisteredCommand.Place.allCases)
  func keysDoNotCollide(_ place: RegisteredCommand.Place) {
    let commands = Registry.commands(at: place)
    let keys = commands.flatMap(\.keys)
    #expect(Set(keys).count == keys.count, "\(place): \(keys.sorted())")
    for command in commands {
      #expect(!command.keys.isEmpty, "\(command.id) has no key")
      for key in command.keys {
        #expect(Registry.command(for: key, at: place)?.id == command.id)
        let parts = key.split(separator: " ")
        if parts.count == 2 {
          #expect(Registry.isPrefix(String(parts[0]), at: place))
          // The first of two keys must not be a command of its own.
          #expect(Registry.command(for: String(parts[0]), at: place) == nil)
        } else {
          #expect(!Registry.isPrefix(key, at: place))
        }
      }
    }
  }

  @Test(arguments: Registry.all.map(\.id))
  func isExplained(_ id: String) throws {
    let command = try #require(Registry.command(id))
    #expect(!command.places.isEmpty)
    #expect(!command.title.isEmpty && !command.short.isEmpty && command.title.count <= 14)
    #expect(command.help.count > 5 && (command.help.hasSuffix(".") || command.help.hasSuffix("…")))
    if command.verb == nil {
      guard case .interface = command.action else {
        Issue.record("\(id) changes something and has no verb")
        return
      }
    }
  }

  /// A single key never leaves the house or destroys; a list of what changes, so that a new one is seen in review.
  @Test func effectsAreAsListed() {
    for command in Registry.all where command.effect == .outward || command.effect == .destructive {
      // A line that says while it is typed what its Enter will do is a yes of its own.
      if case .line = command.input, command.preview != nil { continue }
      for key in command.keys { #expect(key.contains(" ") || key.count > 1, "\(command.id) is one key away") }
    }
    let changes = Registry.all.filter { $0.effect != .read }.map { "\($0.id) \($0.effect.rawValue)" }.sorted()
    #expect(
      changes == [
        "alert.judge change",
        "alert.missing change",
        "alert.noise change",
        "alert.useful change",
        "chat.import change",
        "decision.drop change",
        "decision.make change",
        "decision.object change",
        "decision.propose change",
        "evidence.link change",
        "hypothesis.add change",
        "hypothesis.confirm change",
        "hypothesis.ruleOut change",
        "incident.acknowledge change",
        "incident.can change",
        "incident.cancel change",
        "incident.close change",
        "incident.commander change",
        "incident.declare change",
        "incident.impact change",
        "incident.join change",
        "incident.log change",
        "incident.logInEditor change",
        "incident.merge change",
        "incident.mitigate change",
        "incident.reopen change",
        "incident.resolve change",
        "incident.service change",
        "incident.severity change",
        "incident.snooze change",
        "incident.split change",
        "incident.title change",
        "incident.unacknowledge change",
        "incident.undo change",
        "message.approve change",
        "message.handOver change",
        "message.open change",
        "message.send outward",
        "message.sent change",
        "message.write change",
        "oncall.accept change",
        "oncall.decline change",
        "oncall.handoff change",
        "oncall.override change",
        "oncall.seen change",
        "oncall.swap change",
        "oncall.take change",
        "page.person outward",
        "role.accept change",
        "role.decline change",
        "role.offer change",
        "run.check change",
        "run.complete change",
        "run.note change",
        "run.option change",
        "run.reopen change",
        "run.skip change",
        "run.start change",
        "run.value change",
        "runbook.open change",
        "task.delegate change",
        "task.done change",
        "task.drop change",
        "task.understood change",
        "timeline.hide change",
        "timeline.pin change",
      ])
  }

  @Test func readOnlyGoesBeforeEverything() {
    for command in Registry.all {
      let obstacle = Registry.obstacle(to: command, in: Situation(place: .list, isReadOnly: true))
      if command.effect == .read {
        #expect(obstacle != "this console is read-only")
      } else {
        #expect(obstacle == "this console is read-only")
      }
    }
  }

  @Test func withoutASelectionNothingActs() {
    for command in Registry.all {
      guard case .command(let make) = command.action, command.id != "incident.declare" else { continue }
      for place in command.places {
        let situation = Situation(place: place)
        #expect(Registry.obstacle(to: command, in: situation) != nil, "\(command.id)")
        guard case .failure = make(situation, .init(text: "SEV1")) else {
          Issue.record("\(command.id) acts on nothing")
          continue
        }
      }
    }
  }

  @Test func whereACommandBelongsIsSaidElsewhereAlone() {
    for command in Registry.all {
      for place in RegisteredCommand.Place.allCases {
        let reason = Registry.strangeness(of: command, at: place)
        #expect((reason == nil) == command.places.contains(place))
      }
    }
    let mitigate = Registry.command("incident.mitigate")
    #expect(
      mitigate.flatMap { Registry.strangeness(of: $0, at: .list) } == "it belongs in an incident or in an open runbook")
  }

  @Test func helpQuitAndBackAreEverywhere() {
    for place in RegisteredCommand.Place.allCases {
      for key in ["?", ":", "q", "←", "^L", "^Z", "1", "2", "3", "4", "j", "k", "↓", "↑", "g", "G", "^D", "^U"] {
        #expect(Registry.command(for: key, at: place) != nil, "\(key) at \(place)")
      }
      // Movement never needs these two: they have other meanings.
      #expect(Registry.command(for: "h", at: place) == nil)
      #expect(Registry.command(for: "l", at: place)?.id ?? "incident.log" == "incident.log")
    }
  }
}
