package import Incidents

/// A target of an escalation that would wake nobody, or not everybody it may come to mean.
package struct UnreachableTarget: Hashable, Sendable {
  /// Counted from 1.
  package var level: Int
  package var target: EscalationTarget
  /// Those who cannot be reached; empty where the target means nobody at all.
  package var people: [String]

  /// What is wrong, as a part of a sentence.
  /// - Parameter lack: what those who are named lack, before their names.
  package func words(lack: String) -> String {
    "level \(level) pages \(target.words), and "
      + (people.isEmpty ? "that is nobody" : "\(lack) \(people.joined(separator: ", "))")
  }

  /// The targets of a policy that do not hold what they promise, in the order of the levels.
  ///
  /// Whoever takes turns in a role is on call one day, so each of them must be within reach; of a list or of those with
  /// a role one is enough.
  /// - Parameter reachable: the short names of those to whom a way leads.
  package static func all(in policy: EscalationPolicy, rota: Rota, reachable: Set<String>) -> [UnreachableTarget] {
    var found: [UnreachableTarget] = []
    for (index, level) in policy.levels.enumerated() {
      var seen: Set<EscalationTarget> = []
      let also = Severity.allCases.flatMap { level.also[$0] ?? [] }
      for target in level.targets + also where seen.insert(target).inserted {
        let people = rota.people(behind: target)
        let missing = people.filter { !reachable.contains($0) }
        let isEnough = target.kind == .role || target.kind == .list ? missing.count < people.count : missing.isEmpty
        guard people.isEmpty || !isEnough else { continue }
        found.append(UnreachableTarget(level: index + 1, target: target, people: missing))
      }
    }
    return found
  }
}

extension Rota {
  /// Everybody whom a target may come to mean, by the rotations as they are written.
  func people(behind target: EscalationTarget) -> [String] {
    switch target.kind {
    case .duty:
      guard let role = DutyRole(rawValue: target.name) else { return [] }
      let rotation = rotations.of(role) ?? (role == .secondary ? rotations.of(.primary) : nil)
      return rotation?.members ?? []
    case .role: return people.filter { $0.roles.contains(target.name) }.map(\.name)
    case .person: return [target.name]
    case .list: return target.people ?? []
    }
  }
}
