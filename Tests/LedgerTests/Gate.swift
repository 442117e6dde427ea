import Dispatch
import Foundation
import Synchronization

@testable import Ledger

/// Holds a thread until it is let through.
final class Gate: Sendable {
  private let semaphore = DispatchSemaphore(value: 0)
  private let isWaiting = Mutex(false)

  func wait() {
    isWaiting.withLock { $0 = true }
    semaphore.wait()
  }

  func open() { semaphore.signal() }

  func whenWaiting() async {
    while !isWaiting.withLock({ $0 }) { await Task.yield() }
  }
}

func copyFile(_ from: String, _ to: String) throws {
  guard FileManager.default.fileExists(atPath: from) else { return }
  try Data(contentsOf: URL(fileURLWithPath: from)).write(to: URL(fileURLWithPath: to))
}

/// Writes the bytes of another file into a file that stays the same one.
func overwrite(_ path: String, with other: String) throws {
  let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
  try file.truncate(atOffset: 0)
  try file.write(contentsOf: Data(contentsOf: URL(fileURLWithPath: other)))
  try file.close()
}

func overwrite(_ path: String, from start: Int64, to end: Int64, with byte: UInt8) throws {
  let file = try FileHandle(forWritingTo: URL(fileURLWithPath: path))
  try file.seek(toOffset: UInt64(start))
  try file.write(contentsOf: Data(repeating: byte, count: Int(end - start)))
  try file.close()
}
