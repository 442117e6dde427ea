import Incidents
import Yams

/// `services.yaml`: what can fail, and what was promised about it.
enum ServicesFile {
  static let name = "services.yaml"
  private static let keys = ["tier", "owner", "dependencies", "weight", "endpoints", "runbooks", "pager", "external"]

  /// - Parameter pagers: the names of other pagers in `sitrep.yaml`; nil where they cannot be read.
  static func read(_ document: Node, pagers: [String]?, findings: Findings) -> [Service] {
    guard let root = SettingsSection(document, name: "services.yaml", keys: ["services"], findings: findings),
      let section = root.section("services", keys: nil)
    else { return [] }
    let services = section.entries.compactMap { entry -> Service? in
      guard Names.check(entry, "service", findings),
        let service = SettingsSection(entry.value, name: "service '\(entry.key)'", keys: keys, findings: findings)
      else { return nil }
      return read(service, name: entry.key, known: section.entries.map(\.key), pagers: pagers)
    }
    reportRings(services, section)
    return services
  }

  private static func read(
    _ section: SettingsSection, name: String, known: [String], pagers: [String]?
  ) -> Service {
    for item in section.items("dependencies") {
      if item.text == name {
        section.findings.report(item.node, "'\(name)' cannot depend on itself", advice: "take it out")
      } else if !known.contains(item.text) {
        section.findings.report(
          item.node, "'\(item.text)' is no service of this file",
          advice: NearestWord.to(item.text, among: known).map { "did you mean '\($0)'?" }
            ?? "add '\(item.text)' under 'services'")
      }
    }
    for item in section.items("endpoints")
    where !["http://", "https://"].contains(where: { item.text.hasPrefix($0) && item.text.count > $0.count }) {
      section.findings.report(
        item.node, "'\(item.text)' is no endpoint",
        advice: "write a whole address, for example https://example.org/healthz")
    }
    let pager = section.choice("pager", of: Service.Pager.self) ?? .none
    return Service(
      name: name, tier: section.integer("tier", in: 1...4), owner: section.text("owner"),
      dependencies: section.list("dependencies"), weight: section.number("weight", in: 0...100),
      endpoints: section.list("endpoints"), runbooks: section.list("runbooks"),
      pager: pager, externalPager: externalPager(section, pager: pager, name: name, known: pagers))
  }

  /// Which other pager wakes people; the only one there is where nothing is said.
  private static func externalPager(
    _ section: SettingsSection, pager: Service.Pager, name: String, known: [String]?
  ) -> String? {
    guard pager == .external else {
      if section.has("external") {
        section.report(
          "external", "'external' names another pager, and 'pager' of '\(name)' is '\(pager.rawValue)'",
          advice: "write 'pager: external', or take 'external' out")
      }
      return nil
    }
    guard section.has("external") else {
      if let known, known.count > 1 {
        section.report(
          "pager", "'\(name)' does not say which other pager wakes people for it",
          advice: "add 'external' with one of \(known.joined(separator: ", "))")
      }
      return known?.count == 1 ? known?[0] : nil
    }
    guard let text = section.text("external") else { return nil }
    if let known, !known.contains(text) {
      section.report(
        "external", "there is no pager '\(text)'",
        advice: known.isEmpty
          ? "add it to sitrep.yaml under 'delivery' and 'pagers'" : NearestWord.advice(for: text, among: known))
      return nil
    }
    return text
  }

  /// A service that needs itself by way of others would be its own cause.
  private static func reportRings(_ services: [Service], _ section: SettingsSection) {
    let needs = Dictionary(uniqueKeysWithValues: services.map { ($0.name, $0.dependencies) })
    var done: Set<String> = []
    for service in services where !done.contains(service.name) {
      guard let ring = ring(from: service.name, needs: needs, path: [], done: &done),
        let entry = section.entries.first(where: { $0.key == ring[0] })
      else { continue }
      section.findings.report(
        entry.keyNode, "these depend on each other in a ring: \((ring + [ring[0]]).joined(separator: " → "))",
        advice: "take out the dependency that is not one")
    }
  }

  /// The first ring that is met on the way down, where there is one.
  private static func ring(
    from name: String, needs: [String: [String]], path: [String], done: inout Set<String>
  ) -> [String]? {
    if let start = path.firstIndex(of: name) { return path.count - start > 1 ? Array(path[start...]) : nil }
    guard done.insert(name).inserted else { return nil }
    for next in needs[name] ?? [] {
      if let ring = ring(from: next, needs: needs, path: path + [name], done: &done) { return ring }
    }
    return nil
  }
}
