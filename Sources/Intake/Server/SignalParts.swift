package import Desk
package import Incidents

extension AlertSignal {
  /// The same signal in parts of at most so many alerts. Each part is one write, so that a large body holds up nobody
  /// else's for long; a part that is sent again changes nothing. A signal without alerts is one part.
  package func parts(of size: Int) -> [AlertSignal] {
    guard alerts.count > size else { return [self] }
    return stride(from: 0, to: alerts.count, by: size).map { start in
      var part = self
      part.alerts = Array(alerts[start..<min(start + size, alerts.count)])
      return part
    }
  }
}

extension SignalReceipt {
  package static func += (total: inout SignalReceipt, part: SignalReceipt) {
    total.opened += part.opened
    total.joined += part.joined
    total.listed += part.listed
    total.redelivered += part.redelivered
    total.heartbeats += part.heartbeats
    total.ignored += part.ignored
    total.incidents.formUnion(part.incidents)
  }
}
