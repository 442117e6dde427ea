import EventLog

/// Why a post-mortem cannot be rendered.
package enum ReviewRefusal: DomainRefusal {
  case templateIsBroken(line: Int?, what: String)

  package var sentence: String {
    switch self {
    case .templateIsBroken(let line, let what):
      "The post-mortem template cannot be read\(line.map { ", line \($0)" } ?? ""): \(what). Mend it, or leave it out to "
        + "use the one that ships."
    }
  }
}
