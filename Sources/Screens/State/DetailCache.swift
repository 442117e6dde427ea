import Commands
import EventLog

/// The incidents looked at lately, so that turning back to one shows it at once.
struct DetailCache: Sendable {
  private var details: [StreamID: IncidentDetail] = [:]
  private var order: [StreamID] = []
  static let capacity = 24

  subscript(id: StreamID) -> IncidentDetail? { details[id] }

  /// Whether it is at hand; copies nothing.
  func contains(_ id: StreamID) -> Bool { details.index(forKey: id) != nil }

  mutating func keep(_ detail: IncidentDetail) {
    let id = detail.row.id
    if details.updateValue(detail, forKey: id) != nil { order.removeAll { $0 == id } }
    order.append(id)
    if order.count > DetailCache.capacity { details[order.removeFirst()] = nil }
  }
}
