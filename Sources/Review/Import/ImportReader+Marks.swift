import EventLog
import Incidents

extension ImportReader {
  mutating func marks() {
    let stated: [(String, [String])] = [
      (
        "impact start",
        [
          "impact start", "start", "started", "start time", "began", "incident start", "outage start", "impact began",
          "start of impact",
        ]
      ),
      ("detection", ["detected", "detection", "detection time", "detected at", "time detected"]),
      ("mitigation", ["mitigated", "mitigation", "mitigated at", "time mitigated"]),
      (
        "resolution",
        [
          "resolved", "resolution", "end", "ended", "end time", "resolved at", "recovered", "recovery", "time resolved",
          "incident end",
        ]
      ),
    ]
    for (name, keys) in stated {
      guard let fact = facts.first(where: { keys.contains($0.name) }), let point = point(fact.value, line: fact.line)
      else {
        continue
      }
      result.marks.append(.init(name: name, point: point, line: fact.line, words: fact.value))
    }
    let found: [(String, Bool, (String) -> Bool)] = [
      ("impact start", false, MarkWords.beginsImpact), ("detection", false, MarkWords.detects),
      ("mitigation", false, MarkWords.mitigates), ("resolution", true, MarkWords.resolves),
    ]
    for (name, takesLast, matches) in found where !result.marks.contains(where: { $0.name == name }) {
      let known = result.entries.filter { $0.precision != .unknown }
      guard let entry = takesLast ? known.last(where: { matches($0.text) }) : known.first(where: { matches($0.text) })
      else {
        remark("no line says when the \(name) was")
        continue
      }
      result.marks.append(
        .init(name: name, point: TimePoint(entry.at, entry.precision), line: entry.line, words: entry.text))
    }
    dropDisorder()
  }

  mutating func point(_ text: String, line: Int) -> TimePoint? {
    guard var time = StatedTimeReader.read(text), time.hour != nil else { return nil }
    if let own = time.day { time.day = completed(own, by: documentDay) }
    guard let civil = time.civil(on: documentDay), civil.year > 0,
      let at = instant(civil, zone: time.zone ?? documentZone ?? defaultZone, line: line)
    else { return nil }
    return TimePoint(at, time.precision)
  }

  /// Times that cross each other cannot all be right: the one that was read from a line of the timeline goes.
  mutating func dropDisorder() {
    while let (earlier, later) = result.times.disorder {
      let name = result.marks.contains { $0.name == earlier } ? earlier : later
      guard let place = result.marks.firstIndex(where: { $0.name == name }) else { return }
      let mark = result.marks.remove(at: place)
      remark("the \(earlier) would come after the \(later): \(name) is left out", line: mark.line)
    }
  }

  mutating func durations() {
    for fact in facts {
      guard let figure = MarkWords.figure(fact.name) else { continue }
      let span = StatedSpan.read(fact.value)
      if span == nil {
        remark("\(fact.name) \"\(fact.value)\" is no length of time that is known here", line: fact.line)
      }
      result.stated.append(
        .init(name: fact.name, text: fact.value, span: span, figure: figure.name, line: fact.line))
    }
  }

  mutating func resolution() {
    if result.times.resolved != nil { result.resolution = .fixed }
    let status = facts.first { $0.name == "status" || $0.name == "resolution status" }?.value.lowercased() ?? ""
    if status.contains("resolved") || status.contains("fixed") || status.contains("complete") {
      result.resolution = .fixed
    }
    if status.contains("false alarm") { result.resolution = .falseAlarm }
    if result.resolution == nil { remark("how it ended is not stated") }
  }
}
