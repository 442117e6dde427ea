import Commands
import Desk
import EventLog
import Synchronization

/// What requests share: counts, allowances and the keys as last read.
final class IntakeState: Sendable {
  private struct Contents {
    var counts = IntakeCounts()
    var limit = RateLimit()
    var ring: KeyRing?
    var ringReadAt = Instant(milliseconds: 0)
    var page: PublishedPage?
    var pageReadAt = Instant(milliseconds: 0)
  }

  /// How long keys are trusted without reading them again: a revoked key works no longer than this.
  private static let ringLifetime = Span.seconds(1)

  private let contents = Mutex(Contents())

  var counts: IntakeCounts { contents.withLock { $0.counts } }

  func count(_ body: (inout IntakeCounts) -> Void) { contents.withLock { body(&$0.counts) } }

  /// - Returns: the seconds to wait, nil where the request may go on.
  func take(_ key: SenderKey, at now: Instant) -> Int? { contents.withLock { $0.limit.take(key, at: now) } }

  /// The status page, made at most once a second: many look at it when something burns.
  func page(at now: Instant, make: () throws(Trouble) -> PublishedPage) throws(Trouble) -> PublishedPage {
    let known = contents.withLock { contents -> PublishedPage? in
      let age = now - contents.pageReadAt
      return age >= .zero && age < .seconds(1) ? contents.page : nil
    }
    if let known { return known }
    let fresh = try make()
    contents.withLock {
      $0.page = fresh
      $0.pageReadAt = now
    }
    return fresh
  }

  /// The keys, read at most once a second.
  func ring(at now: Instant, read: () throws(Trouble) -> KeyRing) throws(Trouble) -> KeyRing {
    let known = contents.withLock { contents -> KeyRing? in
      let age = now - contents.ringReadAt
      return age >= .zero && age < Self.ringLifetime ? contents.ring : nil
    }
    if let known { return known }
    let fresh = try read()
    contents.withLock {
      $0.ring = fresh
      $0.ringReadAt = now
    }
    return fresh
  }
}
