package import Commands
import EventLog
import Incidents
import Ledger

extension Desk {
  /// What the store holds at this moment, from one snapshot.
  /// - Throws: trouble with the store.
  package func figures() throws(Trouble) -> StoreFigures {
    do {
      return try ledger.read { reading in
        var open: [Severity: Int] = [:]
        let real: [ListQuery.Filter] =
          [.equals("is_open", .flag(true))] + (configuration.isDrill ? [] : [.equals("drill", .flag(false))])
        for severity in Severity.allCases {
          open[severity] = try reading.count(
            table: "incident", filters: real + [.equals("severity", .integer(Int64(severity.rawValue)))])
        }
        return StoreFigures(
          node: ledger.node, position: try reading.position(),
          heads: try reading.heads().map {
            StoreFigures.Head(node: $0.id.node, sequence: $0.id.sequence, hash: Chain.hexadecimal($0.hash))
          },
          openBySeverity: open,
          alertsFiring: try reading.count(table: "alert", filters: [.equals("is_firing", .flag(true))]),
          queueDepth: ledger.waiting,
          sources: try reading.sources().map { StoreFigures.Source(name: $0.source, lastSeenAt: $0.lastSeen) })
      }
    } catch {
      throw Trouble(any: error)
    }
  }
}
