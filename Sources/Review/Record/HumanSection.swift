/// A section that people write; the others are computed from the log.
package enum HumanSection: String, Hashable, Sendable, Codable, CaseIterable {
  case background, trigger, analysis, factors
  case wentWell = "went_well"
  case wentLess = "went_less_well"
  case lucky, surprised
  case notActing = "decisions_not_to_act"
  case prevention
  /// What stands beside the computed figures.
  case impact, detection, resolution, communications

  /// What kind of section of the document it is.
  package var kind: SectionKind { SectionKind(rawValue: rawValue) ?? .other }

  package var title: String { kind.title }

  /// Those without which nothing was reviewed.
  package static let required: [HumanSection] = [.factors, .trigger, .analysis]

  /// Reads "factors", "contributing-factors", "5 whys" or the like.
  package init?(_ name: String) {
    let plain = name.lowercased().replacing("-", with: "_").replacing(" ", with: "_")
    if let exact = HumanSection(rawValue: plain) {
      self = exact
    } else if let kind = SectionKind(heading: name.replacing("_", with: " ")),
      let section = HumanSection.allCases.first(where: { $0.kind == kind })
    {
      self = section
    } else {
      return nil
    }
  }
}
