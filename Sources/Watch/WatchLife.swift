/// What shows other processes of this host that one is alive, and is gone with it, however it ends. So nobody has to wait
/// for the lease of a process that is no more.
package protocol WatchLife: Sendable {
  /// - Returns: true where it is this process's now: nobody else who watches is alive.
  func take() -> Bool
  func letGo()
}

/// Where nothing shows who is alive: a lease counts until it runs out.
struct NoSignOfLife: WatchLife {
  func take() -> Bool { false }
  func letGo() {}
}
