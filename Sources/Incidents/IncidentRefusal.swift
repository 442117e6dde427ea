package import EventLog

/// Why an incident will not do what was asked.
package enum IncidentRefusal: DomainRefusal {
  case unknownIncident
  case wrongStatus(verb: String, status: Status, allowed: [Status])
  case alreadySo(String)
  case reasonNeeded(String)
  case emptyText(String)
  case timesOutOfOrder(earlier: String, later: String)
  case timeInFuture(Instant)
  case promiseInPast(Instant)
  case promiseTooLate(latest: Instant, Severity)
  case postMortemOwed
  case needsResolution
  case notCorrectable(kind: String)
  case noSuchEntry(String)
  case nothingToUndo(String)
  case revisionChanged(seen: Int, now: Int, difference: String)
  case confirmationNeeded(target: String)
  case noSuchPart(String, String)
  case restTooLong
  case hasChildren([Int])
  case drillAndReal
  case commandHeld(by: String)
  case tooMany(String, limit: Int)
  case gapsInMessage([String])
  case drillStaysInside(Audience)
  case anotherWentOut(Audience, by: String, at: Instant)
  case approvalNeeded(Audience, commander: String?)
  case notYetLong(from: Instant)
  case commandersWord(String, commander: String?)

  package var sentence: String {
    switch self {
    case .unknownIncident:
      "There is no such incident. `sitrep incident list --all` shows the numbers."
    case .wrongStatus(let verb, let status, let allowed):
      "Cannot \(verb): the incident is \(status.rawValue), and only \(words(allowed)) ones can be."
    case .alreadySo(let what):
      "Nothing changed: \(what)."
    case .reasonNeeded(let what):
      "\(what) needs a word of reason: it stays on the timeline for those who were not here."
    case .emptyText(let what):
      "\(what) is empty: nothing was recorded."
    case .timesOutOfOrder(let earlier, let later):
      "The \(earlier) would come after the \(later): give a time that keeps the order."
    case .timeInFuture(let instant):
      "\(instant.rfc3339) is in the future: give a time that has passed."
    case .promiseInPast(let instant):
      "The next update at \(instant.rfc3339) would come before this one: promise a later time."
    case .promiseTooLate(let latest, let severity):
      "On a \(severity.name) people hear again by \(latest.rfc3339) at the latest: promise that time or an earlier one."
    case .postMortemOwed:
      "A SEV1 or SEV2 closes once its post-mortem is reviewed; to close it without one, give a reason with --waive."
    case .needsResolution:
      "It is still open: resolve it first, or cancel it with --because false_alarm, duplicate or cancelled."
    case .notCorrectable(let kind):
      "An entry of the kind \(kind) has no text of its own to correct: add a note instead."
    case .noSuchEntry(let id):
      "There is no entry \(id) in this incident. `sitrep incident show N --json` lists the ids."
    case .nothingToUndo(let why):
      "Nothing to undo: \(why)."
    case .revisionChanged(let seen, let now, let difference):
      "The incident changed since you looked (revision \(seen), now \(now)): \(difference). Look again, then repeat it."
    case .confirmationNeeded(let target):
      "This needs a confirmation: repeat it with --confirm \(target)."
    case .noSuchPart(let what, let name):
      "There is no \(what) \(name) in this incident. `sitrep incident show N` lists them."
    case .restTooLong:
      "An incident rests for a day at most: whoever comes next must hear of it."
    case .hasChildren(let numbers):
      "It holds \(numbers.map { "#\($0)" }.joined(separator: ", ")) by a merge: split those off first, or merge the other way round."
    case .drillAndReal:
      "One of the two is a drill and the other is not: they stay apart."
    case .tooMany(let what, let limit):
      "That is more than \(limit) \(what) at once: take over the part that is about this incident."
    case .gapsInMessage(let names):
      "The message still has gaps (\(names.joined(separator: ", "))): fill them in or take them out; nobody can read {{}}."
    case .drillStaysInside(let audience):
      "This is a drill: nothing of it goes to \(audience.words). Record it for the audience internal."
    case .anotherWentOut(let audience, let person, let at):
      "\(person) recorded a message to \(audience.words) at \(at.rfc3339), after your draft was opened. Read it, then "
        + "open the draft anew with `sitrep comms draft`."
    case .approvalNeeded(let audience, let commander):
      "What \(audience.words) reads wants the commander's approval: "
        + (commander.map { "\($0) gives it" } ?? "nobody has the command; who takes it gives it")
        + " with `sitrep comms check N --audience \(audience.rawValue) --approve TEXT`. If it is out already, record it "
        + "with --without-approval REASON."
    case .notYetLong(let from):
      "An incident counts as long two hours after its declaration, from \(from.rfc3339) on: until then people hear at the "
        + "regular pace."
    case .commandersWord(let what, let commander):
      "\(what) is the commander's decision: "
        + (commander.map { "\($0) has the command." } ?? "nobody has the command; take it first.")
    case .commandHeld(let holder):
      "\(holder) has the command. Ask for a hand-over, or take it with --reason: it is announced on the timeline."
    }
  }

  private func words(_ statuses: [Status]) -> String {
    let names = statuses.map(\.rawValue)
    guard let last = names.last, names.count > 1 else { return names.first ?? "no" }
    return names.dropLast().joined(separator: ", ") + " or " + last
  }
}
