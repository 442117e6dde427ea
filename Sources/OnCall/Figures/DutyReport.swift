package import EventLog

/// An incident as far as load and pay go: when it woke somebody, and who worked on it when.
package struct IncidentWork: Hashable, Sendable {
  /// A time in which one person worked on it.
  package struct Spell: Hashable, Sendable {
    package var person: String
    package var from: Instant
    package var until: Instant

    package init(person: String, from: Instant, until: Instant) {
      self.person = person
      self.from = from
      self.until = until
    }
  }

  package var openedAt: Instant
  /// An alert opened it, so that whoever was on call was called.
  package var isPage: Bool
  package var spells: [Spell]

  package init(openedAt: Instant, isPage: Bool, spells: [Spell]) {
    self.openedAt = openedAt
    self.isPage = isPage
    self.spells = spells
  }
}

/// How being on call was shared in a period, how hard it was, and what is owed for it.
package struct DutyReport: Hashable, Sendable {
  /// One person's part.
  package struct Row: Hashable, Sendable {
    package var person: String
    /// Time in each role; where the clocks changed, a week by the wall is still a week.
    package var primary: Span
    package var secondary: Span
    package var commander: Span
    /// Primary and secondary together, of the whole period, in hundredths of a per cent.
    package var share: Int
    /// More than a quarter of the time.
    package var isOverloaded: Bool
    /// The longest time on end as primary or secondary.
    package var longest: Span
    /// Incidents that an alert opened while the person was primary.
    package var pages: Int
    /// Those of them between 22:00 and 07:00 where the person lives.
    package var nightPages: Int
    /// Stretches of twelve hours as primary with more than two incidents.
    package var overCapacity: Int
    /// Time worked on incidents; two at once count once.
    package var onIncidents: Span
    /// What is owed, in hundredths of the currency.
    package var pay: Int64
  }

  package var from: Instant
  package var to: Instant
  package var rules: PayRules
  /// By name.
  package var rows: [Row]
  /// Time in which nobody was primary.
  package var uncovered: Span

  package static let week = Span.days(7)
  /// More than this share of the time is too much for one person, in hundredths of a per cent.
  package static let greatestShare = 25_00

  package init(_ schedule: Schedule, work: [IncidentWork], rules: PayRules, from: Instant, to: Instant) {
    self.from = from
    self.to = to
    self.rules = rules
    let shifts = schedule.shifts(from: from, to: to).compactMap { $0.cut(from: from, to: to) }
    uncovered = shifts.filter { $0.role == .primary && $0.isGap }.reduce(.zero) { $0 + $1.length }
    let names = Set(
      shifts.compactMap(\.person) + work.flatMap(\.spells).filter { $0.from < to && $0.until > from }.map(\.person))
    let pages = work.filter { $0.isPage && $0.openedAt >= from && $0.openedAt < to }.map(\.openedAt)
    rows = names.sorted().map { name in
      Self.row(name, shifts.filter { $0.person == name }, schedule, pages: pages, work: work, rules, from, to)
    }
  }

  private static func row(
    _ name: String, _ shifts: [Shift], _ schedule: Schedule, pages: [Instant], work: [IncidentWork],
    _ rules: PayRules, _ from: Instant, _ to: Instant
  ) -> Row {
    func time(_ roles: [DutyRole]) -> Span {
      shifts.filter { roles.contains($0.role) }.reduce(.zero) { $0 + schedule.wallLength($1) }
    }
    let duty = shifts.filter { $0.role != .commander }
    let share =
      to > from
      ? Int(union(duty.map { ($0.start, $0.end) }).milliseconds * 10_000 / (to - from).milliseconds) : 0
    let own = shifts.filter { $0.role == .primary }
    let mine = pages.filter { page in own.contains { $0.start <= page && page < $0.end } }
    let zone = schedule.person(named: name).zone ?? schedule.zone(of: .primary, at: from)
    let spells = work.flatMap(\.spells).filter { $0.person == name }
      .compactMap { spell -> (Instant, Instant)? in
        let (start, end) = (max(spell.from, from), min(spell.until, to))
        return start < end ? (start, end) : nil
      }
    let worked = union(spells)
    let paid = time(DutyRole.allCases.filter(rules.roles.contains))
    return Row(
      person: name, primary: time([.primary]), secondary: time([.secondary]), commander: time([.commander]),
      share: share, isOverloaded: share > greatestShare, longest: longest(duty), pages: mine.count,
      nightPages: mine.count { isNight($0, in: zone) }, overCapacity: own.reduce(0) { $0 + crowded($1, mine) },
      onIncidents: worked,
      pay: rounded(rules.perWeek * paid.milliseconds, by: week.milliseconds)
        + rounded(rules.multiplier * rules.rate * worked.milliseconds, by: Span.hours(1).milliseconds))
  }

  /// Between ten in the evening and seven in the morning by the wall clock of a zone.
  package static func isNight(_ instant: Instant, in zone: Zone) -> Bool {
    let hour = zone.reading(at: instant).civil.hour
    return hour >= 22 || hour < 7
  }

  /// The twelve-hour parts of a shift that hold more than two pages: each takes six hours of work.
  private static func crowded(_ shift: Shift, _ pages: [Instant]) -> Int {
    let parts = pages.filter { shift.start <= $0 && $0 < shift.end }
      .map { ($0 - shift.start).milliseconds / Span.hours(12).milliseconds }
    return Dictionary(grouping: parts) { $0 }.count { $0.value.count > 2 }
  }

  private static func longest(_ shifts: [Shift]) -> Span {
    var best = Span.zero
    var run: (start: Instant, end: Instant)?
    for shift in shifts.sorted(by: { $0.start < $1.start }) {
      if let last = run, shift.start <= last.end {
        run = (last.start, max(last.end, shift.end))
      } else {
        run = (shift.start, shift.end)
      }
      if let run { best = max(best, run.end - run.start) }
    }
    return best
  }

  /// The length of what periods cover together.
  private static func union(_ periods: [(Instant, Instant)]) -> Span {
    var total = Span.zero
    var end: Instant?
    for (start, until) in periods.sorted(by: { $0.0 < $1.0 }) {
      let begin = max(start, end ?? start)
      if begin < until { total = total + (until - begin) }
      end = max(until, end ?? until)
    }
    return total
  }

  private static func rounded(_ amount: Int64, by divisor: Int64) -> Int64 { (amount + divisor / 2) / divisor }
}

extension Schedule {
  /// How long a shift is by the clock on the wall: a week is a week, also where the clocks change in it.
  package func wallLength(_ shift: Shift) -> Span {
    let zone = zone(of: shift.role, at: shift.start)
    return shift.length + (zone.offset(at: shift.end) - zone.offset(at: shift.start))
  }
}
