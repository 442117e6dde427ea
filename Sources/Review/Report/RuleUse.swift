import EventLog
import Incidents

/// How useful a rule was over a period, by what people said of its alerts once the incidents were over.
package struct RuleUse: Hashable, Sendable {
  package var rule: String
  /// How often it began to fire.
  package var fired: Int
  /// How many incidents its alerts belong to.
  package var incidents: Int
  /// How often it led people there, and how often it was noise, an alert of an incident counted once.
  package var useful: Int
  package var noise: Int

  /// The share of noise among what was judged; nil where nobody judged.
  package var noiseShare: Double? {
    useful + noise == 0 ? nil : Double(noise) / Double(useful + noise)
  }

  /// It was judged, and never led anybody anywhere.
  package var isNeverUseful: Bool { useful == 0 && noise > 0 }

  /// Worth a second thought: some of it was noise.
  package var isToReconsider: Bool { noise > 0 }

  /// Every rule that fired or was judged, those that are most to be reconsidered first.
  /// - Parameter incidents: those whose judgements count.
  static func all(firings: [AlertFiring], incidents: [ReportIncident]) -> [RuleUse] {
    var uses: [String: RuleUse] = [:]
    var joined: [String: Set<StreamID>] = [:]
    func change(_ rule: String, _ body: (inout RuleUse) -> Void) {
      body(&uses[rule, default: RuleUse(rule: rule, fired: 0, incidents: 0, useful: 0, noise: 0)])
    }
    for firing in firings {
      change(firing.rule) { $0.fired += 1 }
      if let incident = firing.incident { joined[firing.rule, default: []].insert(incident) }
    }
    for one in incidents {
      for judgement in one.incident.alertJudgements {
        change(judgement.name) { use in
          switch judgement.verdict {
          case .useful: use.useful += 1
          case .noise: use.noise += 1
          }
        }
        joined[judgement.name, default: []].insert(one.incident.id)
      }
    }
    return uses.values.map { use in
      var use = use
      use.incidents = joined[use.rule]?.count ?? 0
      return use
    }.sorted(by: precedes)
  }

  private static func precedes(_ left: RuleUse, _ right: RuleUse) -> Bool {
    if left.isNeverUseful != right.isNeverUseful { return left.isNeverUseful }
    if left.noise != right.noise { return left.noise > right.noise }
    if left.fired != right.fired { return left.fired > right.fired }
    return left.rule < right.rule
  }

  var json: JSONValue {
    .object([
      "rule": .string(rule), "fired": .count(fired), "incidents": .count(incidents), "useful": .count(useful),
      "noise": .count(noise), "noise_share": noiseShare.map { .number($0) } ?? .null,
      "never_useful": .bool(isNeverUseful),
    ])
  }
}
