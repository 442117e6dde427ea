package import EventLog

extension Reading {
  /// Who has, or had last, the lease of this name; nil where nobody ever did.
  package final func lease(_ name: String) throws -> Lease? {
    try Query(
      database, "SELECT name, fence, node, host, process, role, since, until FROM lease WHERE name = ?"
    ).bind(1, name).first { row in
      Lease(
        name: row.text(0), fence: row.integer(1),
        holder: Lease.Holder(
          node: row.text(2), host: row.text(3), process: Int(row.integer(4)), role: row.text(5)),
        since: row.instant(6), until: row.instant(7))
    }
  }
}

extension Transaction {
  /// Takes a lease that nobody has, or that has run out.
  ///
  /// One that would outlast the longest that anybody takes was given before the clock was set back, and counts as run out.
  /// - Parameters:
  ///   - longest: the longest that a lease lasts that is kept, claims of letters included; nil for `length`.
  ///   - isLastGone: whoever has it is known to be no more.
  /// - Returns: nil where somebody else has it.
  package func takeLease(
    _ name: String, for length: Span, holder: Lease.Holder, longest: Span? = nil, isLastGone: Bool = false
  ) throws -> Lease? {
    let last = try lease(name)
    if !isLastGone, let last, last.isHeld(at: now), last.until - now <= longest ?? length { return nil }
    let taken = Lease(
      name: name, fence: (last?.fence ?? 0) + 1, holder: holder, since: now, until: now + length)
    try put(taken)
    // Every screen says who watches.
    isNews = true
    return taken
  }

  /// Has a lease last from now on for another `length`. One that ran out without anybody taking it is still the
  /// holder's.
  ///
  /// - Returns: nil where somebody else has taken it since; then whatever it was for is theirs.
  package func renewLease(_ lease: Lease, for length: Span) throws -> Lease? {
    guard try holds(lease) else { return nil }
    var renewed = lease
    renewed.until = now + length
    try put(renewed)
    return renewed
  }

  /// Gives it back, so that nobody has to wait for it to run out. Nothing happens where somebody else has it.
  package func returnLease(_ lease: Lease) throws {
    guard try holds(lease) else { return }
    var returned = lease
    returned.until = now
    try put(returned)
  }

  /// Whether nobody has taken it since.
  package func holds(_ lease: Lease) throws -> Bool { try self.lease(lease.name)?.fence == lease.fence }

  private func put(_ lease: Lease) throws {
    try Query(
      database,
      """
      INSERT OR REPLACE INTO lease(name, fence, node, host, process, role, since, until)
      VALUES(?, ?, ?, ?, ?, ?, ?, ?)
      """
    ).bind(1, lease.name).bind(2, lease.fence).bind(3, lease.holder.node).bind(4, lease.holder.host)
      .bind(5, Int64(lease.holder.process)).bind(6, lease.holder.role).bind(7, lease.since.milliseconds)
      .bind(8, lease.until.milliseconds).run()
  }
}
