package import EventLog

extension Transaction {
  /// Puts a letter into the outbox, together with whatever else this command writes. While the outbox is held, it is
  /// held with the others.
  ///
  /// - Returns: false where a letter of this key is there already; it stays as it is.
  @discardableResult
  package func post(_ letter: Letter, dueAt: Instant? = nil) throws -> Bool {
    let isHeld = try Query(database, "SELECT 1 FROM outbox_hold").first { _ in true } ?? false
    let query = try Query(
      database,
      """
      INSERT INTO outbox(
        key, channel, recipient, content, occasion, incident, event, drill, repeatable, expires_at, state, written_at,
        next_at)
      VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT(key) DO NOTHING
      """)
    query.bind(1, letter.key).bind(2, letter.channel).bind(3, letter.recipient)
      .bind(4, PayloadText.encode(letter.content)).bind(5, letter.occasion).bind(6, letter.incident?.name)
      .bind(7, letter.event?.description).bind(8, letter.isDrill ? 1 : 0 as Int64)
      .bind(9, letter.isRepeatable ? 1 : 0 as Int64).bind(10, letter.expiresAt?.milliseconds)
    query.bind(11, (isHeld ? OutboxState.held : .waiting).rawValue).bind(12, now.milliseconds)
      .bind(13, (dueAt ?? now).milliseconds)
    try query.run()
    return query.changes > 0
  }

  /// Writes down the intent to send a letter, before anything is sent. The right to do so lasts from now on for
  /// `length`, which is to be longer than an attempt can take.
  package func claim(_ id: Int64, under lease: Lease, for length: Span) throws -> LetterClaim {
    guard try renewLease(lease, for: length) != nil else { return .leaseLost }
    let query = try Query(
      database,
      """
      UPDATE outbox SET state = 'claimed', attempts = attempts + 1, attempted_at = ?2, fence = ?3, reason = NULL
      WHERE id = ?1 AND state = 'waiting' AND next_at <= ?2 AND (expires_at IS NULL OR expires_at > ?2)
      """)
    try query.bind(1, id).bind(2, now.milliseconds).bind(3, lease.fence).run()
    guard query.changes > 0, let letter = try letter(id) else { return .gone }
    return .claimed(letter)
  }

  /// Writes down how an attempt ended. An attempt that was in doubt by then is so no longer.
  ///
  /// - Parameter claimed: the letter as `claim` gave it.
  /// - Returns: the letter as it stands now; nil where it has gone on meanwhile (another attempt, a person's word,
  ///   a redaction), which then counts.
  @discardableResult
  package func settle(_ claimed: OutboxLetter, _ end: LetterEnd) throws -> OutboxLetter? {
    guard let now = try letter(claimed.id), now.attempts == claimed.attempts,
      now.state == .claimed || now.state == .unknown
    else { return nil }
    let inDoubt = now.state == .unknown ? -1 : 0
    switch end {
    case .delivered(let receipt): try put(now, .delivered, receipt: receipt, doubts: inDoubt)
    case .failed(let reason): try put(now, .failed, reason: reason, doubts: inDoubt)
    case .again(let next, let reason): try put(now, .waiting, reason: reason, next: next, doubts: inDoubt)
    case .unknown(let next?, let reason) where now.letter.isRepeatable:
      try put(now, .waiting, reason: reason, next: next, doubts: inDoubt + 1)
    case .unknown(_, let reason): try put(now, .unknown, reason: reason, doubts: inDoubt + 1)
    case .notSent: try put(now, .waiting, attempts: now.attempts - 1, next: self.now, doubts: inDoubt)
    }
    return try letter(claimed.id)
  }

  /// Looks after attempts of those who had the lease before: nobody knows how they ended. Where the receiver knows
  /// the key, the letter is sent again; otherwise it stays in doubt until a person decides.
  ///
  /// - Returns: these letters, as they stand now.
  package func recoverClaims(under lease: Lease) throws -> [OutboxLetter] {
    let left = try Query(database, OutboxLetter.columns + " WHERE state = 'claimed' AND fence < ? ORDER BY id")
      .bind(1, lease.fence).all(OutboxLetter.init)
    for letter in left {
      let begun = letter.attemptedAt.map { " at \($0)" } ?? ""
      let ended = "The process that tried to send it\(begun) ended before it could write down what came of it."
      if letter.letter.isRepeatable {
        let reason = ended + " It is sent again under the same key."
        try put(letter, .waiting, reason: reason, next: now, doubts: 1)
      } else {
        try put(letter, .unknown, reason: ended + " It may have arrived, and is not sent again unasked.", doubts: 1)
      }
    }
    return try left.compactMap { try self.letter($0.id) }
  }

  /// Gives up on letters that would come too late.
  ///
  /// - Returns: these letters, as they stand now.
  package func giveUpLateLetters() throws -> [OutboxLetter] {
    let late = try Query(database, OutboxLetter.columns + " WHERE state = 'waiting' AND expires_at <= ? ORDER BY id")
      .bind(1, now.milliseconds).all(OutboxLetter.init)
    for letter in late {
      let last = letter.reason.map { " " + $0 } ?? ""
      try put(letter, .failed, reason: "It could not be sent in time, and would come too late now." + last)
    }
    return try late.compactMap { try self.letter($0.id) }
  }

  /// Takes back a letter that waits and is not wanted any more.
  ///
  /// - Returns: the letter as it stands now; nil where it does not wait.
  package func withdraw(_ id: Int64, because reason: String) throws -> OutboxLetter? {
    guard let letter = try letter(id), letter.state == .waiting || letter.state == .held else { return nil }
    try put(letter, .withdrawn, reason: reason)
    return try self.letter(id)
  }

  /// Has a letter sent once more, because a person says so.
  ///
  /// - Returns: the letter as it stands now.
  /// - Throws: `.notFound` where there is no such letter; `.invalid` where it waits already or may not leave.
  package func replayLetter(_ id: Int64, actor: Actor) throws -> OutboxLetter {
    guard let letter = try letter(id) else {
      throw LedgerTrouble(.notFound, "There is no letter \(id) in the outbox.")
    }
    switch letter.state {
    case .waiting, .claimed:
      throw LedgerTrouble(.invalid, "The letter \(id) is about to be sent already.")
    case .held:
      throw LedgerTrouble(
        .invalid, "The letter \(id) is held: let all letters leave with `sitrep db restore --release`.")
    case .delivered, .failed, .unknown, .withdrawn: break
    }
    // What was too late by rule is not so where a person wants it.
    try Query(database, "UPDATE outbox SET expires_at = NULL WHERE id = ?").bind(1, id).run()
    try put(letter, .waiting, next: now)
    let draft = Draft(
      LetterReplayed(letter: letter.letter.key, channel: letter.letter.channel, was: letter.state.rawValue),
      stream: StreamID("log", "outbox"), incident: letter.letter.incident, happenedAt: now,
      drill: letter.letter.isDrill)
    _ = try append([draft], actor: actor)
    return try self.letter(id) ?? letter
  }

  private func put(
    _ letter: OutboxLetter, _ state: OutboxState, attempts: Int? = nil, receipt: String? = nil, reason: String? = nil,
    next: Instant? = nil, doubts: Int = 0
  ) throws {
    let isOver = [.delivered, .failed, .unknown, .withdrawn].contains(state)
    // A letter that comes back while the outbox is held waits with the others.
    let isHeld = state == .waiting ? try outboxHold() != nil : false
    try Query(
      database,
      """
      UPDATE outbox SET state = ?2, attempts = ?3, receipt = ?4, reason = ?5, next_at = ?6, finished_at = ?7,
        doubts = max(0, doubts + ?8) WHERE id = ?1
      """
    ).bind(1, letter.id).bind(2, (isHeld ? OutboxState.held : state).rawValue)
      .bind(3, Int64(attempts ?? letter.attempts)).bind(4, receipt).bind(5, reason)
      .bind(6, (next ?? letter.nextAt).milliseconds).bind(7, isOver ? now.milliseconds : nil)
      .bind(8, Int64(doubts)).run()
  }
}

/// A person had a letter sent once more.
package struct LetterReplayed: EventPayload {
  package static let kind = "letter.replayed"

  /// Its key.
  package var letter: String
  package var channel: String
  /// Where it stood before: delivered, failed, unknown, withdrawn.
  package var was: String

  package init(letter: String, channel: String, was: String) {
    self.letter = letter
    self.channel = channel
    self.was = was
  }
}
