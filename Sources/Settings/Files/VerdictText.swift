import Incidents

/// What happens with an alert, as one word of `rules.yaml`.
enum VerdictText {
  static let words = ["SEV1", "SEV2", "SEV3", "SEV4", "list", "ignore", "heartbeat"]

  static func verdict(_ text: String) -> AdmissionPolicy.Verdict? {
    switch text {
    case "list": .listed
    case "ignore": .ignored
    case "heartbeat": .heartbeat
    default: Severity(text).map { .opens($0) }
    }
  }
}
