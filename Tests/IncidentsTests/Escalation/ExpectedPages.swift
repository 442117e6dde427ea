import EventLog
import Incidents

/// What a plain incident must page, computed from the table of times and the host's clock alone.
struct ExpectedPages {
  /// When each of them is paged, by true time, in order.
  private(set) var pages: [(at: Instant, people: [String])] = []

  private struct Column {
    /// Minutes after the first page, and who.
    var levels: [(minutes: Int64, people: [String])]
    var repeats: Int
  }

  private static func column(_ severity: Severity) -> Column {
    switch severity {
    case .sev1:
      Column(
        levels: [(0, ["mira", "anna"]), (15, ["tom", "mira"]), (30, ["anna"]), (45, ["max"])], repeats: 3)
    case .sev2: Column(levels: [(0, ["mira"]), (15, ["tom", "mira"]), (30, ["anna"]), (60, ["max"])], repeats: 2)
    case .sev3: Column(levels: [(0, ["mira"]), (30, ["tom", "mira"]), (60, ["anna"])], repeats: 0)
    case .sev4: Column(levels: [(0, ["mira"])], repeats: 0)
    }
  }

  /// - Parameters:
  ///   - start: when the alert came in, and `end`, when nobody looks any more, in true time.
  ///   - acknowledged: the first acknowledge that was not lost; nil where none was.
  init(_ severity: Severity, from start: Instant, until end: Instant, acknowledged: Instant?, time: WatchedTime) {
    let column = Self.column(severity)
    let until = min(acknowledged ?? end + .seconds(1), end + .seconds(1))
    var at = start
    var due = time.wall(at: start)
    for _ in 0...column.repeats {
      at = time.first(from: at, wallAt: due)
      let base = time.wall(at: at)
      for level in column.levels {
        at = time.first(from: at, wallAt: base + .minutes(level.minutes))
        guard at < until else { return }
        if pages.last?.at == at {
          pages[pages.count - 1].people += level.people.filter { !pages[pages.count - 1].people.contains($0) }
        } else {
          pages.append((at, level.people))
        }
      }
      due = time.wall(at: at) + .minutes(60)
    }
  }
}
