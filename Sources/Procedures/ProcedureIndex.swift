/// Which procedures belong to an alert or an incident.
package struct ProcedureIndex: Sendable {
  package let procedures: [Procedure]
  private let placesByRule: [String: [Int]]
  private let placesByName: [String: [Int]]

  package init(_ procedures: [Procedure]) {
    self.procedures = procedures
    var byRule: [String: [Int]] = [:]
    var byName: [String: [Int]] = [:]
    for (place, procedure) in procedures.enumerated() {
      for rule in Set((procedure.frontMatter.rules + procedure.frontMatter.alerts).map(Self.folded)) {
        byRule[rule, default: []].append(place)
      }
      let names = [procedure.name] + (procedure.heading.map { [$0] } ?? [])
      for name in Set(names.map(Self.folded)) { byName[name, default: []].append(place) }
    }
    placesByRule = byRule
    placesByName = byName
  }

  /// The procedure of a name, whatever its case.
  package func named(_ name: String) -> Procedure? {
    procedures.first { $0.name == name }
      ?? procedures.first { Self.folded($0.name) == Self.folded(name) }
  }

  /// The procedures for an alert, the best first: those that name one of its rules, then those that bear its name,
  /// then the one its `runbook_url` ends in. Among equals, one for the service goes before one for any, and that
  /// before one for another service.
  package func match(
    alertname: String?, runbookURL: String? = nil, service: String? = nil, rules: [String] = []
  ) -> [Procedure] {
    var grades: [Int: Int] = [:]
    func take(_ places: [Int]?, grade: Int) {
      for place in places ?? [] where grades[place] == nil { grades[place] = grade }
    }
    let names = ((alertname.map { [$0] } ?? []) + rules).map(Self.folded).filter { !$0.isEmpty }
    for name in names { take(placesByRule[name], grade: 0) }
    for name in names { take(placesByName[name], grade: 1) }
    if let page = runbookURL.map(Self.page), !page.isEmpty { take(placesByName[page], grade: 2) }
    func distance(_ place: Int) -> Int {
      guard let own = procedures[place].frontMatter.service, let service else { return 1 }
      return Self.folded(own) == Self.folded(service) ? 0 : 2
    }
    return grades.sorted { left, right in
      (left.value, distance(left.key), left.key) < (right.value, distance(right.key), right.key)
    }.map { procedures[$0.key] }
  }

  /// Alert rules are spelt `HighErrorRate`, files `high-error-rate`, links in lower case: all the same name here.
  private static func folded(_ name: String) -> String {
    name.lowercased().filter { !"-_. ".contains($0) }
  }

  private static func page(_ address: String) -> String {
    let path = address.prefix { $0 != "?" && $0 != "#" }
    var page = path.split(separator: "/").last.map(String.init) ?? ""
    for ending in [".md", ".html", ".htm"] where page.lowercased().hasSuffix(ending) {
      page = String(page.dropLast(ending.count))
    }
    return folded(page)
  }
}
