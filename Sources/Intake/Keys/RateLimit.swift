package import Desk
package import EventLog

/// How many requests each key may still make. A key starts with one minute's worth and gets it back evenly.
package struct RateLimit: Sendable {
  private struct Allowance {
    var requests: Double
    var countedAt: Instant
  }

  private var allowances: [String: Allowance] = [:]

  package init() {}

  /// Takes one request from the key's allowance.
  /// - Returns: nil where it may go on, else the whole seconds (1 or more) after which one more is allowed.
  package mutating func take(_ key: SenderKey, at now: Instant) -> Int? {
    guard let perMinute = key.perMinute, perMinute > 0 else { return nil }
    let most = Double(perMinute)
    var allowance = allowances[key.name] ?? Allowance(requests: most, countedAt: now)
    // A clock that was set back gives nothing and takes nothing.
    let elapsed = max(0, Double((now - allowance.countedAt).milliseconds) / 60_000)
    allowance.requests = min(most, allowance.requests + elapsed * most)
    allowance.countedAt = now
    defer { allowances[key.name] = allowance }
    guard allowance.requests < 1 else {
      allowance.requests -= 1
      return nil
    }
    return max(1, Int(((1 - allowance.requests) / most * 60).rounded(.up)))
  }
}
