import EventLog
import Incidents

/// The timeline as a story: in the order in which things happened, what was hidden left out, and rows of monitoring
/// drawn together.
struct Narrative {
  var names: RoleNames

  /// So many alert lines in a row, or more, are told as one.
  private static let leastToDrawTogether = 3
  /// What is written down later than this says so.
  private static let late = Span.minutes(5)

  /// Takes the entries as they stand: in the order of what happened.
  func lines(_ material: ReviewMaterial) -> [NarrativeLine] {
    var marks = marks(of: material.incident).sorted { $0.at < $1.at }[...]
    var lines: [NarrativeLine] = []
    var pending: [(line: NarrativeLine, isAlert: Bool)] = []
    func close() {
      let alerts = pending.filter(\.isAlert).map(\.line)
      if alerts.count >= Self.leastToDrawTogether {
        lines.append(drawnTogether(alerts))
        lines += pending.filter { !$0.isAlert }.map(\.line)
      } else {
        lines += pending.map(\.line)
      }
      pending.removeAll(keepingCapacity: true)
    }
    // A mark is not an entry, so it does not end a row of them; it goes before what happened at the same moment.
    func take(_ mark: NarrativeLine) {
      if pending.isEmpty { lines.append(mark) } else { pending.append((mark, false)) }
    }
    for entry in material.entries where entry.isTold {
      while let mark = marks.first, mark.at <= entry.happenedAt {
        take(mark)
        marks = marks.dropFirst()
      }
      if entry.isAlert, !entry.isPinned {
        pending.append((line(entry), true))
      } else {
        close()
        lines.append(line(entry))
      }
    }
    for mark in marks { take(mark) }
    close()
    return lines
  }

  func line(_ entry: ReviewEntry) -> NarrativeLine {
    let delay = entry.recordedAt - entry.happenedAt
    return NarrativeLine(
      at: entry.happenedAt, precision: entry.precision, kind: entry.kind, who: names.name(entry.person),
      text: names.replaced(in: entry.text), isPinned: entry.isPinned, recordedLate: delay > Self.late ? delay : nil,
      evidence: entry.evidence, event: entry.id)
  }

  private func drawnTogether(_ alerts: [NarrativeLine]) -> NarrativeLine {
    let first = alerts[0]
    let last = alerts[alerts.count - 1]
    let texts = Set(alerts.map(\.text))
    let what =
      texts.count == 1
      ? "\(alerts.count) times: \(first.text)"
      : "\(alerts.count) lines of monitoring until \(last.at.clock): \(first.text); … \(last.text)"
    return NarrativeLine(
      at: first.at, precision: first.precision, kind: first.kind, who: first.who, text: what, count: alerts.count,
      until: last.at)
  }

  /// The times that every story must show, whoever wrote what.
  private func marks(of incident: Incident) -> [NarrativeLine] {
    let paged = incident.pagedAt.map { TimePoint($0) }
    let marks: [(String, TimePoint?)] = [
      ("Impact begins", incident.times.impactStarted), ("Detected", incident.times.detected),
      ("First page goes out", paged), ("Impact ends for users", incident.times.mitigated),
      ("Service fully back", incident.times.resolved),
    ]
    return marks.compactMap { text, point in
      guard let point, point.precision != .unknown else { return nil }
      return NarrativeLine(at: point.at, precision: point.precision, kind: "mark", who: "", text: text)
    }
  }
}
