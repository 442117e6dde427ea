/// A condition on what an incident is about: "service=checkout", "rule!=Disk*", "severity=SEV3".
package struct SilenceMatcher: Hashable, Sendable, Codable {
  /// What of an incident can be asked for.
  package enum Field: String, Sendable, Codable, CaseIterable { case service, rule, severity, number, title }

  package var field: Field
  /// A "*" stands for any letters, none included.
  package var value: String
  package var isNegated: Bool

  package init(_ field: Field, _ value: String, isNegated: Bool = false) {
    self.field = field
    self.value = value
    self.isNegated = isNegated
  }

  /// Reads "service=checkout" or "service!=checkout"; nil for what has no known field, no sign or no value.
  package init?(_ text: some StringProtocol) {
    guard let sign = text.firstIndex(of: "=") else { return nil }
    var name = text[..<sign]
    let isNegated = name.hasSuffix("!")
    if isNegated { name = name.dropLast() }
    let value = String(text[text.index(after: sign)...]).trimmed
    guard let field = Field(rawValue: String(name).trimmed.lowercased()), !value.isEmpty else { return nil }
    self.init(field, value, isNegated: isNegated)
  }

  package var text: String { "\(field.rawValue)\(isNegated ? "!=" : "=")\(value)" }

  /// Whether it holds for an incident; what the incident does not say is an empty text.
  package func matches(_ incident: Incident) -> Bool {
    let isLike =
      switch field {
      case .service: like(incident.service ?? "")
      case .rule: like(incident.ruleFamily ?? "")
      case .severity: Severity(value) == incident.severity || like(incident.severity.name)
      case .number: like(String(incident.number))
      case .title: like(incident.title)
      }
    return isLike != isNegated
  }

  /// Letter by letter, with one place to come back to: it never takes longer than both lengths multiplied.
  private func like(_ text: String) -> Bool {
    let pattern = Array(value.lowercased())
    let letters = Array(text.lowercased())
    var place = 0
    var index = 0
    var star: (pattern: Int, letter: Int)?
    while index < letters.count {
      if place < pattern.count, pattern[place] == "*" {
        star = (place, index)
        place += 1
      } else if place < pattern.count, pattern[place] == letters[index] {
        place += 1
        index += 1
      } else if let back = star {
        star = (back.pattern, back.letter + 1)
        place = back.pattern + 1
        index = back.letter + 1
      } else {
        return false
      }
    }
    return pattern[place...].allSatisfy { $0 == "*" }
  }
}
