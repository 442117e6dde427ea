/// What shows other processes of this host that whoever has a lease is alive, and is gone with it, however it ends. So nobody
/// has to wait for the lease of a process that is no more.
package protocol WatchLife: Sendable {
  /// Whether the process that took the lease of this number is known to be no more.
  func isGone(_ fence: Int64) -> Bool
  /// Shows from now on that whoever took the lease of this number is alive.
  func hold(_ fence: Int64)
  /// Shows it no longer, of whatever number it was.
  func letGo()
}

/// Where nothing shows who is alive: a lease counts until it runs out.
struct NoSignOfLife: WatchLife {
  func isGone(_ fence: Int64) -> Bool { false }
  func hold(_ fence: Int64) {}
  func letGo() {}
}
