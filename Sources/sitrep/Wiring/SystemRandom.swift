import Glibc
import Synchronization

/// Randomness for keys, salts and node names, from the kernel; fetched in blocks, as every event takes a salt.
enum SystemRandom {
  private static let block = Mutex<[UInt8]>([])

  static func bytes(_ count: Int) -> [UInt8] {
    block.withLock { block in
      while block.count < count { block += fresh() }
      defer { block.removeLast(count) }
      return Array(block.suffix(count))
    }
  }

  /// Half a thousand salts in one call; word by word where the device is missing, as in a bare container.
  private static func fresh() -> [UInt8] {
    var bytes = [UInt8](repeating: 0, count: 8_192)
    let device = open("/dev/urandom", O_RDONLY | O_CLOEXEC)
    if device >= 0 {
      defer { close(device) }
      if read(device, &bytes, bytes.count) == bytes.count { return bytes }
    }
    var generator = SystemRandomNumberGenerator()
    return (0..<64).flatMap { _ in withUnsafeBytes(of: generator.next(), Array.init) }
  }

  /// Sixteen letters and digits without those that look alike: a key that two files never share.
  static func key() -> String {
    // Thirty-two of them, so that five bits choose one without favour.
    let letters = Array("23456789abcdefghijkmnpqrstuvwxyz".utf8)
    return String(decoding: bytes(16).map { letters[Int($0 & 31)] }, as: UTF8.self)
  }
}
