import EventLog
import OnCall
import Settings

/// Who the login is to this store, and who in the team has none.
enum PeopleFindings {
  static func all(_ session: Session) -> [Finding] {
    let observed = Surroundings.observed
    let login = observed.login ?? "uid-\(observed.uid)"
    let team = session.configuration.rota
    var findings: [Finding] = []
    if let person = team.person(login: login) {
      let rights = person.roles.isEmpty ? "no rights beyond the daily work" : person.roles.joined(separator: ", ")
      findings.append(Finding("you", isSound: true, "\(person.name), by the login \(login); \(rights)."))
    } else if session.storeKind == .team {
      findings.append(
        Finding(
          "you", isSound: false,
          "the login \(login) belongs to nobody in oncall.yaml: it is asked who it is before its first change."))
    }
    let unknown = team.people.filter(\.logins.isEmpty).map(\.name)
    if session.storeKind == .team, !unknown.isEmpty {
      findings.append(
        Finding(
          "people", isSound: false,
          "\(unknown.joined(separator: ", ")): no login in oncall.yaml, so nothing they do can be verified."))
    }
    return findings
  }
}
