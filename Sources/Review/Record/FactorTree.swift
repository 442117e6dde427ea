/// The factors of a post-mortem as lines of a tree: each with those that made it possible beneath it.
package struct FactorTree: Hashable, Sendable {
  private let factors: [ContributingFactor]

  package init(_ record: ReviewRecord) { factors = record.factors }

  init(_ factors: [ContributingFactor]) { self.factors = factors }

  /// A factor and how deep it stands; a ring is cut where it closes, one without its parent stands at the root.
  var places: [(factor: ContributingFactor, depth: Int)] {
    let known = Set(factors.map(\.id))
    let roots = factors.filter { factor in factor.parent.map { !known.contains($0) } ?? true }
    return roots.flatMap { places(of: $0, depth: 0) }
  }

  private func places(of factor: ContributingFactor, depth: Int) -> [(factor: ContributingFactor, depth: Int)] {
    guard depth < 12 else { return [(factor, depth)] }
    return [(factor, depth)]
      + factors.filter { $0.parent == factor.id }.flatMap { places(of: $0, depth: depth + 1) }
  }

  package var lines: [String] {
    places.map { factor, depth in
      String(repeating: "  ", count: depth) + "F\(factor.number) \(factor.kind.rawValue): \(factor.text)"
        + (factor.accepted.map { " (accepted: \($0))" } ?? "")
    }
  }
}
