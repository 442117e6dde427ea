/// How much an incident that is over has in common with one that is open: service, rule, words.
package enum PastLikeness {
  /// From here on it is worth showing.
  package static let least = 3.0

  /// - Returns: the greater the better, and what they share, in words.
  package static func of(
    service: String?, ruleFamily: String?, title: String, like other: Incident
  ) -> (score: Double, because: String) {
    var score = 0.0
    var shared: [String] = []
    if let service, service == other.service {
      score += 2
      shared.append("service \(service)")
    }
    if let ruleFamily, ruleFamily == other.ruleFamily {
      score += 3
      shared.append("rule \(ruleFamily)")
    }
    let words = Likeness.of(title, other.title)
    score += words * 3
    if words >= Likeness.same { shared.append("words") }
    return (score, "same " + shared.joined(separator: ", "))
  }
}
