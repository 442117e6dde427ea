import EventLog

/// Why somebody cannot be recorded under the name they gave, or under any.
package enum IdentityRefusal: DomainRefusal {
  /// `--as` names nobody in `oncall.yaml`, in a team's store.
  case unknownName(String, nearest: String?)
  /// The login is nobody's in `oncall.yaml`, in a team's store.
  case unknownLogin(String)
  /// `--as` holds nothing that could be a name.
  case notAName

  package var sentence: String {
    switch self {
    case .unknownName(let name, let nearest):
      "Nobody in oncall.yaml is called '\(name)', and a team's store records known people only; "
        + (nearest.map { "did you mean --as \($0)?" } ?? "add the person there, or give a known name with --as.")
    case .unknownLogin(let login):
      "The login '\(login)' belongs to nobody in oncall.yaml; say who you are with --as NAME, or add the login there."
    case .notAName:
      "--as needs a name of visible characters, at most 64 of them; write for example --as mira."
    }
  }
}
