import Incidents
import OnCall
import Yams

extension Configuration {
  /// The targets of the escalation that nothing reaches, as problems of `oncall.yaml`, where Sitrep is the pager of
  /// record of any service; none where another pager wakes people, or none does.
  /// - Parameter reachable: the short names of those to whom a tested way leads.
  package func problems(ofPagingWith reachable: Set<String>) -> [SettingsProblem] {
    guard services.contains(where: { $0.pager == .sitrep }) else { return [] }
    let found = UnreachableTarget.all(in: escalation, rota: rota, reachable: reachable)
    let places = found.isEmpty ? [] : escalationPlaces
    return found.map { target in
      let mark = places.first { $0.level == target.level && $0.target == target.target.name }?.node.mark
      let advice =
        target.people.isEmpty
        ? "put somebody there under 'people' and 'rotations', or take the target out"
        : "give them a channel in sitrep.yaml and try it with `sitrep page --test NAME`"
      return SettingsProblem(
        file: OnCallFile.name, line: mark?.line ?? 1, column: mark?.column ?? 1, message: target.words, advice: advice)
    }
  }

  private var escalationPlaces: [EscalationReader.Place] {
    guard let text = texts.first(where: { $0.name == OnCallFile.name })?.text else { return [] }
    let findings = Findings(file: OnCallFile.name)
    return findings.document(in: text).map { OnCallFile.read($0, findings: findings).places } ?? []
  }
}
