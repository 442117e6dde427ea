/// How far a post-mortem is.
package enum ReviewStage: String, Hashable, Sendable, Codable, CaseIterable {
  case draft
  case inReview = "in_review"
  case reviewed, published, closed

  /// As a heading says it.
  package var title: String {
    switch self {
    case .draft: "Draft"
    case .inReview: "In review"
    case .reviewed: "Reviewed"
    case .published: "Published"
    case .closed: "Closed"
    }
  }

  /// Whether the review has been held.
  package var isReviewed: Bool { self == .reviewed || self == .published || self == .closed }

  /// The right that taking this step needs, as `oncall.yaml` calls it; nil where anybody may take it.
  package var right: String? {
    switch self {
    case .reviewed: "sign-off"
    case .published: "approvals"
    case .draft, .inReview, .closed: nil
    }
  }

  private var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  /// Forward one at a time; back with a reason, as far as one likes.
  package func allows(_ next: ReviewStage) -> Bool { next.place == place + 1 || next.place < place }

  package func isBack(to next: ReviewStage) -> Bool { next.place < place }
}
