/// Every command there is.
package enum Registry {
  package static let all: [RegisteredCommand] =
    incidentCommands + roomCommands + pagingCommands + messageCommands + runCommands + onCallCommands
    + interfaceCommands

  /// Those that apply at a place, in the order of the registry.
  package static func commands(at place: RegisteredCommand.Place) -> [RegisteredCommand] { byPlace[place.order] }

  /// Those that the footer names at a place, where they can run, the most important first.
  package static func footer(at place: RegisteredCommand.Place) -> [FooterCommand] { footers[place.order] }

  /// The command that a key, or two keys written "P e", means at a place.
  package static func command(for keys: String, at place: RegisteredCommand.Place) -> RegisteredCommand? {
    byKeys[place.order][keys]
  }

  /// Whether a key is the first of two at a place.
  package static func isPrefix(_ key: String, at place: RegisteredCommand.Place) -> Bool {
    prefixes[place.order].contains(key)
  }

  /// The command of an id ("incident.acknowledge").
  package static func command(_ id: String) -> RegisteredCommand? { all.first { $0.id == id } }

  /// Why a command cannot run now: the read-only mode first, then the past, then its own obstacle; nil where it can.
  package static func obstacle(to command: RegisteredCommand, in situation: Situation) -> String? {
    obstacle(to: command.effect, in: situation) ?? command.obstacle(situation)
  }

  /// What stands against all commands of one effect.
  static func obstacle(to effect: RegisteredCommand.Effect, in situation: Situation) -> String? {
    guard effect != .read else { return nil }
    if situation.isReadOnly { return "this console is read-only" }
    return situation.knownAt.map { "this is what was known at \($0), not now; t comes back" }
  }

  /// Why a command means nothing where the person is; nil where it applies.
  package static func strangeness(of command: RegisteredCommand, at place: RegisteredCommand.Place) -> String? {
    guard !command.places.contains(place) else { return nil }
    let homes = RegisteredCommand.Place.allCases.filter { command.places.contains($0) }.map(\.words)
    let others = homes.dropLast().joined(separator: ", ")
    return "it belongs " + (others.isEmpty ? "" : others + " or ") + (homes.last ?? "")
  }

  private static let byPlace = byEachPlace { place in all.filter { $0.places.contains(place) } }

  private static let footers = byEachPlace { place in
    commands(at: place).filter { $0.footer != nil }.sorted { ($0.footer ?? 0) < ($1.footer ?? 0) }
      .compactMap(FooterCommand.init)
  }

  private static let byKeys = byEachPlace { place in
    Dictionary(
      commands(at: place).flatMap { command in command.keys.map { ($0, command) } },
      uniquingKeysWith: { first, _ in first })
  }

  private static let prefixes = byEachPlace { place in
    Set(
      commands(at: place).flatMap(\.keys).compactMap { keys -> String? in
        let parts = keys.split(separator: " ")
        return parts.count == 2 ? String(parts[0]) : nil
      })
  }

  /// In the order of the places: each key is looked up here, and a name would be hashed for it.
  private static func byEachPlace<Value>(_ make: (RegisteredCommand.Place) -> Value) -> [Value] {
    RegisteredCommand.Place.allCases.map(make)
  }
}
