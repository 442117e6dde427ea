package import EventLog

/// How good a schedule is ahead: how much of the time somebody is on call, and how evenly it is shared.
package struct ScheduleQuality: Hashable, Sendable {
  /// 0 to 100: the mean of coverage and balance, and 0 where nobody is ever on call.
  package var score: Int
  /// The share of the time with a primary and, where more than one takes turns, a secondary; in per cent.
  package var coverage: Int
  /// 100 where everybody has the same share of primary time; in per cent.
  package var balance: Int
  package var gaps: Int
  package var gapTime: Span
  /// Who has more than a quarter of the time as primary or secondary, with the share in hundredths of a per cent.
  package var overloaded: [Share]

  /// One person's share.
  package struct Share: Hashable, Sendable {
    package var person: String
    package var share: Int
  }

  /// How far ahead one looks: a year of weeks.
  package static let horizon = Span.days(52 * 7)

  package init(_ schedule: Schedule, from: Instant, to: Instant? = nil) {
    let end = to ?? from + Self.horizon
    let shifts = schedule.shifts(from: from, to: end).compactMap { $0.cut(from: from, to: end) }
      .filter { $0.role != .commander }
    let holes = shifts.filter(\.isGap)
    gaps = holes.count
    gapTime = holes.reduce(.zero) { $0 + $1.length }
    let whole = shifts.reduce(Int64(0)) { $0 + $1.length.milliseconds }
    let covered = whole - gapTime.milliseconds
    coverage = whole > 0 ? Int(covered * 100 / whole) : 0
    var primary: [String: Int64] = [:]
    var both: [String: Int64] = [:]
    for shift in shifts {
      guard let person = shift.person else { continue }
      both[person, default: 0] += shift.length.milliseconds
      if shift.role == .primary { primary[person, default: 0] += shift.length.milliseconds }
    }
    balance = covered > 0 ? Self.evenness(primary.values.sorted()) : 0
    let period = max(1, (end - from).milliseconds)
    overloaded = both.map { Share(person: $0.key, share: Int($0.value * 10_000 / period)) }
      .filter { $0.share > DutyReport.greatestShare }.sorted { ($1.share, $0.person) < ($0.share, $1.person) }
    score = covered > 0 ? (coverage + balance) / 2 : 0
  }

  /// The mean over all pairs of how much the smaller part is of the greater, in per cent.
  private static func evenness(_ times: [Int64]) -> Int {
    guard times.count > 1 else { return 100 }
    var sum = 0.0
    var pairs = 0.0
    for (place, smaller) in times.enumerated() {
      for greater in times[(place + 1)...] {
        sum += Double(smaller) / Double(greater)
        pairs += 1
      }
    }
    return Int((sum / pairs * 100).rounded())
  }
}
