import EventLog

extension Figure {
  var written: String {
    guard let value else { return "unknown (\(missing ?? "no times"))" }
    return (precision == .approximate ? "about " : "") + value.measured
  }
}

extension Figure.Name {
  var title: String {
    switch self {
    case .timeToDetect: "TTD, time to detect"
    case .timeToAcknowledge: "TTA, time to acknowledge"
    case .timeToMitigate: "TTM, time to mitigate"
    case .impactToMitigation: "TTM from the first impact"
    case .timeToRecover: "TTR, time to recover"
    }
  }

  var meaning: String {
    switch self {
    case .timeToDetect: "from the first impact to the detection"
    case .timeToAcknowledge: "from the first page to the acknowledgement"
    case .timeToMitigate: "from the detection until users no longer felt it"
    case .impactToMitigation: "how long users felt it"
    case .timeToRecover: "from the first impact to full service"
    }
  }
}
