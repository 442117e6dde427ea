/// Every command there is.
package enum Registry {
  package static let all: [RegisteredCommand] =
    incidentCommands + roomCommands + runCommands + onCallCommands + interfaceCommands

  /// Those that apply at a place, in the order of the registry.
  package static func commands(at place: RegisteredCommand.Place) -> [RegisteredCommand] { byPlace[place] ?? [] }

  /// Those that the footer names at a place, where they can run, the most important first.
  package static func footer(at place: RegisteredCommand.Place) -> [RegisteredCommand] { footers[place] ?? [] }

  /// The command that a key, or two keys written "P e", means at a place.
  package static func command(for keys: String, at place: RegisteredCommand.Place) -> RegisteredCommand? {
    byKeys[place]?[keys]
  }

  /// Whether a key is the first of two at a place.
  package static func isPrefix(_ key: String, at place: RegisteredCommand.Place) -> Bool {
    prefixes[place]?.contains(key) ?? false
  }

  /// The command of an id ("incident.acknowledge").
  package static func command(_ id: String) -> RegisteredCommand? { all.first { $0.id == id } }

  /// Why a command cannot run now: the read-only mode first, then the past, then its own obstacle; nil where it can.
  package static func obstacle(to command: RegisteredCommand, in situation: Situation) -> String? {
    if situation.isReadOnly, command.effect != .read { return "this console is read-only" }
    if let past = situation.knownAt, command.effect != .read {
      return "this is what was known at \(past), not now; t comes back"
    }
    return command.obstacle(situation)
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

  private static func byEachPlace<Value>(
    _ make: (RegisteredCommand.Place) -> Value
  ) -> [RegisteredCommand.Place: Value] {
    Dictionary(uniqueKeysWithValues: RegisteredCommand.Place.allCases.map { ($0, make($0)) })
  }
}
