import EventLog
package import Incidents

/// Why a message cannot be drafted.
package enum CommsRefusal: DomainRefusal {
  case templateIsBroken(line: Int?, what: String)
  case drillStaysInside(Audience)
  case unknownName(String, known: [String])

  package var sentence: String {
    switch self {
    case .templateIsBroken(let line, let what):
      "The template cannot be read\(line.map { ", line \($0)" } ?? ""): \(what). Mend it, or leave it out to use the one "
        + "that ships."
    case .drillStaysInside(let audience):
      "This is a drill: nothing of it goes to \(audience.words). Draft it for the audience internal."
    case .unknownName(let name, let known):
      "A message knows no \"\(name)\": these can be given: \(known.joined(separator: ", "))."
    }
  }
}
