/// A row of the drawn timeline.
enum TimelineLane: String, CaseIterable {
  case alerts, people, runbook, comms

  /// Nil for the times of the incident, which have marks of their own.
  init?(_ line: NarrativeLine) {
    switch line.kind {
    case "mark": return nil
    case "alert": self = .alerts
    case "runbook", "step": self = .runbook
    case "comms": self = .comms
    default: self = .people
    }
  }

  /// The path of one entry around a point: each row has a shape of its own.
  func shape(_ x: Int, _ y: Int) -> String {
    switch self {
    case .alerts: "M\(x) \(y - 6)l6 11h-12z"
    case .people: "M\(x - 5) \(y)a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z"
    case .runbook: "M\(x - 5) \(y - 5)h10v10h-10z"
    case .comms: "M\(x) \(y - 6)l6 6l-6 6l-6 -6z"
    }
  }
}
