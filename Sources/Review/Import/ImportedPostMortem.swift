package import EventLog
package import Incidents

/// What could be read of a post-mortem that was written elsewhere, and what could not.
package struct ImportedPostMortem: Hashable, Sendable {
  /// A line of its timeline.
  package struct Entry: Hashable, Sendable {
    package var at: Instant
    package var precision: Precision
    package var endedAt: Instant?
    /// The zone as given; nil where none was said.
    package var zone: String?
    package var text: String
    /// From 1, in the file.
    package var line: Int
  }

  /// A length of time that the text states, beside which a computed one can stand.
  package struct Stated: Hashable, Sendable {
    package var name: String
    package var text: String
    /// Nil where the words are no length of time.
    package var span: Span?
    package var figure: Figure.Name?
    package var line: Int
  }

  /// One of the five times, and the line that says so.
  package struct Mark: Hashable, Sendable {
    package var name: String
    package var point: TimePoint
    package var line: Int
    package var words: String
  }

  /// What could not be read, or was read in one of several ways.
  package struct Remark: Hashable, Sendable {
    /// Nil where it is about the whole text.
    package var line: Int?
    package var what: String
  }

  package var title: String
  package var severity: Severity?
  package var severityText: String?
  package var services: [String]
  package var resolution: Resolution?
  package var summary: String?
  package var impact: String?
  package var entries: [Entry]
  package var marks: [Mark]
  package var stated: [Stated]
  package var remarks: [Remark]

  package var times: IncidentTimes {
    func point(_ name: String) -> TimePoint? { marks.first { $0.name == name }?.point }
    return IncidentTimes(
      impactStarted: point("impact start"), detected: point("detection"), mitigated: point("mitigation"),
      resolved: point("resolution"))
  }

  /// When the incident was, as far as the text says: its first time.
  package var beganAt: Instant? {
    (marks.filter { $0.point.precision != .unknown }.map(\.point.at)
      + entries.filter { $0.precision != .unknown }.map(\.at)).min()
  }

  package var endedAt: Instant? {
    times.resolved?.at ?? times.mitigated?.at ?? entries.last { $0.precision != .unknown }?.at
  }

  /// The figures as they follow from the times that were read.
  package var computed: [Figure] {
    var incident = Incident(id: StreamID("incident", "imported"))
    incident.times = times
    return Figure.all(of: incident)
  }
}
