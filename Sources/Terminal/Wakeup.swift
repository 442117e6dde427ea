import CProcess
import Glibc

/// A bell for a thread that sits in `poll()`; may be rung from any thread.
package final class Wakeup: Sendable {
  /// Readable from `ring()` until `drain()`; -1 when the system has no more descriptors.
  package let descriptor: Int32

  package init() { descriptor = sitrep_counter_descriptor() }

  deinit { if descriptor >= 0 { _ = close(descriptor) } }

  package func ring() {
    var one: UInt64 = 1
    _ = write(descriptor, &one, MemoryLayout<UInt64>.size)
  }

  package func drain() {
    var count: UInt64 = 0
    _ = read(descriptor, &count, MemoryLayout<UInt64>.size)
  }
}
