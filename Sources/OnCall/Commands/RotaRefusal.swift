package import EventLog

/// Why the rota will not do what was asked.
package enum RotaRefusal: DomainRefusal {
  case needsRight(String)
  case unverified(String)
  case nameMissing
  case unknownPerson(String, known: [String])
  case samePerson(String)
  case endsBeforeItBegins
  case isPast(Instant)
  case tooLong
  case isAway(String, until: Instant)
  case noSuchEdit(EventID)
  case isOver(EventID)
  case endUnknown(DutyRole)
  case isOnCallAlready(String, DutyRole, until: Instant)
  case hasNoShift(String, DutyRole, Instant)
  case noSuchOffer
  case answeredAlready(String)
  case nobodyToHandTo
  case nobodyToTakeFrom
  case offeredAlready(to: String)
  case noOffer(DutyRole)

  package var sentence: String {
    switch self {
    case .needsRight(let what):
      "To \(what) you need the role \"rota\" in oncall.yaml, under your own login; taking over yourself and your own "
        + "leave and swaps need only the login."
    case .unverified(let what):
      "To \(what) it must be certain who you are: log in as yourself, with that login under your name in oncall.yaml, "
        + "instead of --as."
    case .nameMissing: "A name is missing: say who, by the short name in oncall.yaml."
    case .unknownPerson(let name, let known):
      "Nobody in oncall.yaml is called \"\(name)\"; there are \(known.joined(separator: ", "))."
    case .samePerson(let name): "That is \(name) both times; name somebody else."
    case .endsBeforeItBegins: "The end must come after the beginning."
    case .isPast(let end):
      "That ended at \(end.utcText), and who was on call is not changed afterwards; give a time that lies ahead."
    case .tooLong: "That is longer than a year; change the rotation in oncall.yaml instead."
    case .isAway(let person, let end):
      "\(person) is away until \(end.utcText); name somebody else, or end the leave first: sitrep oncall override list."
    case .noSuchEdit(let id): "There is no change \(id); sitrep oncall override list shows them."
    case .isOver(let id): "\(id) is over already, and what has been stays as it was."
    case .endUnknown(let role):
      "No end is planned for \(role.rawValue), as no rotation gives it; say until when: --until TIME."
    case .isOnCallAlready(let person, let role, let until):
      "\(person) is \(role.rawValue) already, until \(until.utcText)."
    case .hasNoShift(let person, let role, let at):
      "\(person) is not \(role.rawValue) at \(at.utcText); sitrep oncall schedule shows whose shift it is."
    case .noSuchOffer: "There is no such offer; sitrep oncall swap list shows those that stand."
    case .answeredAlready(let state): "That offer is \(state) already."
    case .nobodyToHandTo: "The schedule names nobody who comes next; say to whom: --to NAME."
    case .nobodyToTakeFrom: "There is nobody to take it over from."
    case .offeredAlready(let receiver):
      "It is offered to \(receiver) already; take that back first: sitrep oncall handoff --withdraw."
    case .noOffer(let role):
      "No handover of \(role.rawValue) is offered to you; to take it all the same, give the reason: "
        + "sitrep oncall handoff --accept --reason TEXT."
    }
  }
}
