package import EventLog

/// The order of a timeline.
package enum TimelineOrder: Sendable {
  /// When it was so in the world, then by stamp.
  case happened
  /// As the log has it.
  case stamp
}

extension Reading {
  /// A page of an incident's timeline, corrections applied.
  ///
  /// - Parameters:
  ///   - newestFirst: reads backwards; `after` then goes on backwards.
  ///   - asKnownAt: only what was recorded up to then, with the corrections of then. What was redacted since stays so.
  ///   - includesRetracted: retracted entries too, marked as such.
  package final func timeline(
    incident: StreamID, order: TimelineOrder = .happened, newestFirst: Bool = false, after: Entry.Cursor? = nil,
    limit: Int = 200, asKnownAt: Instant? = nil, includesRetracted: Bool = false
  ) throws -> [Entry] {
    guard let known = asKnownAt else {
      return try page(incident, order, newestFirst, after, limit, recordedUpTo: nil, includesRetracted)
    }
    var past = PastVersions(self, known)
    var found: [Entry] = []
    var cursor = after
    // A correction since may have moved an entry or retracted it, so the whole is put in order again.
    repeat {
      let entries = try page(incident, order, newestFirst, cursor, 1_000, recordedUpTo: known, true)
      found += try entries.compactMap { try past.version(of: $0) }
      cursor = entries.count < 1_000 ? nil : entries.last?.cursor
    } while cursor != nil
    found.removeAll { $0.isRetracted && !includesRetracted }
    found.sort { left, right in
      let isBefore =
        order == .happened
        ? (left.happenedAt, left.stamp) < (right.happenedAt, right.stamp) : left.stamp < right.stamp
      return newestFirst ? !isBefore && left.id != right.id : isBefore
    }
    return Array(found.prefix(limit))
  }

  /// The newest entries of an incident, the oldest of them first.
  package final func timeline(incident: StreamID, newest count: Int) throws -> [Entry] {
    try timeline(incident: incident, newestFirst: true, limit: count).reversed()
  }

  /// How many entries an incident's timeline has, retracted ones apart.
  package final func countTimeline(incident: StreamID) throws -> Int {
    try Int(
      Query(
        database,
        "SELECT count(*) FROM entry WHERE incident = (SELECT key FROM stream WHERE name = ?) AND retracted = 0"
      ).bind(1, incident.name).first { $0.integer(0) } ?? 0)
  }

  private func page(
    _ incident: StreamID, _ order: TimelineOrder, _ newestFirst: Bool, _ after: Entry.Cursor?, _ limit: Int,
    recordedUpTo: Instant?, _ includesRetracted: Bool
  ) throws -> [Entry] {
    let stamp = "n.stamp_ms, n.stamp_counter, n.stamp_node"
    let columns = order == .happened ? "n.happened_at, \(stamp)" : stamp
    let ordered = columns.split(separator: ",").map { $0 + (newestFirst ? " DESC" : "") }.joined(separator: ",")
    var conditions = ["n.incident = (SELECT key FROM stream WHERE name = ?1)"]
    if !includesRetracted { conditions.append("n.retracted = 0") }
    if recordedUpTo != nil { conditions.append("e.recorded_at <= ?3") }
    if after != nil {
      let marks = order == .happened ? "?4, ?5, ?6, ?7" : "?5, ?6, ?7"
      conditions.append("(\(columns)) \(newestFirst ? "<" : ">") (\(marks))")
    }
    let query = try Query(
      database, Entry.select + " WHERE \(conditions.joined(separator: " AND ")) ORDER BY \(ordered) LIMIT ?2"
    ).bind(1, incident.name).bind(2, Int64(limit))
    if let recordedUpTo { query.bind(3, recordedUpTo.milliseconds) }
    if let after {
      if order == .happened { query.bind(4, after.happenedAt.milliseconds) }
      query.bind(5, after.stamp.milliseconds).bind(6, after.stamp.counter).bind(7, after.stamp.node)
    }
    return try query.all(Entry.init)
  }
}
