import EventLog
import Ledger

/// What a watch knows of its own right to act.
struct WatchDuty: Sendable {
  var lease: Lease?
  /// On the running clock: until then nobody else can have taken the lease. It counts from before it was asked for, so
  /// it is never later than what the file says.
  var bound: Span?
  /// Until when somebody else has it.
  var standsByUntil: Instant?
}
