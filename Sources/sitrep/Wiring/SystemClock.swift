import EventLog
import Glibc

/// The wall clock of this machine, the one place where it is read.
enum SystemClock {
  static func now() -> Instant {
    var time = timespec()
    clock_gettime(CLOCK_REALTIME, &time)
    return Instant(milliseconds: Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000)
  }
}

/// Randomness for keys, salts and node names, from the kernel.
enum SystemRandom {
  static func bytes(_ count: Int) -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
  }

  /// Sixteen letters and digits without those that look alike: a key that two files never share.
  static func key() -> String {
    let letters = Array("23456789abcdefghjkmnpqrstuvwxyz")
    var generator = SystemRandomNumberGenerator()
    return String((0..<16).map { _ in letters[Int.random(in: letters.indices, using: &generator)] })
  }
}
