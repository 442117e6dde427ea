/// Where it comes from that somebody is on call; the first of these that names a person wins.
package enum DutySource: String, Sendable, Codable, CaseIterable {
  case temporary, override, rotation, nobody
}

extension DutySource: Comparable {
  /// The place in the order of resolution; the smaller one wins.
  private var place: Int {
    switch self {
    case .temporary: 0
    case .override: 1
    case .rotation: 2
    case .nobody: 3
    }
  }

  package static func < (left: DutySource, right: DutySource) -> Bool { left.place < right.place }
}
