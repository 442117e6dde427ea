package import EventLog
import Incidents

/// One of the five figures of a period: what it is computed from, and what had to be left out.
package struct PeriodFigure: Hashable, Sendable {
  /// The raw values are the names in the field, in lower case.
  package enum Name: String, Hashable, Sendable, CaseIterable {
    case mttd, mtta, mttm, mttr, mtbf

    /// What it is the mean of.
    package var meaning: String {
      switch self {
      case .mttd: "from the first impact to the detection"
      case .mtta: "from the first page to the acknowledgement"
      case .mttm: "from the detection until users no longer felt it"
      case .mttr: "to recover: from the first impact to full service"
      case .mtbf: "between failures: from full service to the next first impact, by service"
      }
    }

    var figure: Figure.Name? {
      switch self {
      case .mttd: .timeToDetect
      case .mtta: .timeToAcknowledge
      case .mttm: .timeToMitigate
      case .mttr: .timeToRecover
      case .mtbf: nil
      }
    }
  }

  /// An incident that gives no value, and why.
  package struct Incomplete: Hashable, Sendable {
    package var id: StreamID
    package var label: String
    package var why: String
  }

  package var name: Name
  /// Nil where no incident gives a value.
  package var values: Distribution?
  /// How many of the values rest on a time that is only known approximately.
  package var approximate: Int
  package var incomplete: [Incomplete]

  /// The five figures, in order.
  package static func all(of incidents: [ReportIncident]) -> [PeriodFigure] {
    Name.allCases.map { name in
      name.figure.map { PeriodFigure(name, figure: $0, of: incidents) } ?? PeriodFigure(between: incidents)
    }
  }

  private init(_ name: Name, figure: Figure.Name, of incidents: [ReportIncident]) {
    self.name = name
    approximate = 0
    incomplete = []
    var spans: [Span] = []
    for one in incidents {
      guard let figure = Figure.all(of: one.incident).first(where: { $0.name == figure }) else { continue }
      if let value = figure.value {
        spans.append(value)
        if figure.precision == .approximate { approximate += 1 }
      } else {
        incomplete.append(Incomplete(id: one.incident.id, label: one.label, why: figure.missing ?? "unknown"))
      }
    }
    values = Distribution(spans)
  }

  /// Between the end of one incident and the beginning of the next, service by service.
  private init(between incidents: [ReportIncident]) {
    name = .mtbf
    approximate = 0
    incomplete = []
    var spans: [Span] = []
    for (_, group) in Dictionary(grouping: incidents, by: { $0.incident.service ?? "" }).sorted(by: { $0.key < $1.key })
    where group.first?.incident.service != nil {
      let known = group.filter { one in
        guard let start = one.incident.times.impactStarted, start.precision != .unknown else {
          incomplete.append(Incomplete(id: one.incident.id, label: one.label, why: "impact start unknown"))
          return false
        }
        return true
      }.sorted { ($0.start, $0.incident.number) < ($1.start, $1.incident.number) }
      for (one, next) in zip(known, known.dropFirst()) {
        guard let end = one.incident.times.resolved, end.precision != .unknown else {
          incomplete.append(Incomplete(id: one.incident.id, label: one.label, why: "resolution unknown"))
          continue
        }
        let length = next.start - end.at
        guard length >= .zero else {
          incomplete.append(
            Incomplete(id: next.incident.id, label: next.label, why: "it began before \(one.label) was over"))
          continue
        }
        spans.append(length)
        if end.precision == .approximate || next.incident.times.impactStarted?.precision == .approximate {
          approximate += 1
        }
      }
    }
    values = Distribution(spans)
  }
}
