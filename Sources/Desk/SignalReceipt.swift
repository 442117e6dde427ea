package import EventLog

/// What became of the alerts of one signal.
package struct SignalReceipt: Hashable, Sendable {
  package var opened = 0
  package var joined = 0
  package var listed = 0
  /// Nothing new: no event was written.
  package var redelivered = 0
  package var heartbeats = 0
  package var ignored = 0
  package var incidents: Set<StreamID> = []

  package init() {}
}
