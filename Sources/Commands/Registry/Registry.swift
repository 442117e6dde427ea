/// Every command there is.
package enum Registry {
  package static let all: [RegisteredCommand] = incidentCommands + runCommands + interfaceCommands

  /// Those that apply at a place, in the order of the registry.
  package static func commands(at place: RegisteredCommand.Place) -> [RegisteredCommand] {
    all.filter { $0.places.contains(place) }
  }

  /// Why a command cannot run now: the read-only mode first, then its own obstacle; nil where it can.
  package static func obstacle(to command: RegisteredCommand, in situation: Situation) -> String? {
    if situation.isReadOnly, command.effect != .read { return "this console is read-only" }
    return command.obstacle(situation)
  }
}
