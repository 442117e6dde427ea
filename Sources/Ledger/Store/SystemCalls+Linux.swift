import Glibc

/// Two calls that the C library has and its Swift module leaves out, looked up by name; their structures are fixed by
/// the kernel's interface (statfs(2), statx(2)).
enum SystemCalls {
  private typealias StatFileSystem = @convention(c) (UnsafePointer<CChar>, UnsafeMutableRawPointer) -> Int32
  private typealias StatExtended =
    @convention(c) (Int32, UnsafePointer<CChar>, Int32, UInt32, UnsafeMutableRawPointer) -> Int32

  /// The number that tells file systems apart; nil where the system does not say.
  static func fileSystemMagic(of path: String) -> UInt32? {
    guard let symbol = dlsym(nil, "statfs") else { return nil }
    let call = unsafeBitCast(symbol, to: StatFileSystem.self)
    return withUnsafeTemporaryAllocation(byteCount: 512, alignment: 8) { buffer -> UInt32? in
      guard let base = buffer.baseAddress, call(path, base) == 0 else { return nil }
      return UInt32(truncatingIfNeeded: base.load(as: Int.self))
    }
  }

  /// When a file was made, in nanoseconds since 1970; nil where the file system does not keep it.
  static func birth(of path: String) -> Int64? {
    guard let symbol = dlsym(nil, "statx") else { return nil }
    let call = unsafeBitCast(symbol, to: StatExtended.self)
    let birthTime: UInt32 = 0x800
    return withUnsafeTemporaryAllocation(byteCount: 512, alignment: 8) { buffer -> Int64? in
      guard let base = buffer.baseAddress, call(AT_FDCWD, path, 0, birthTime, base) == 0,
        base.load(as: UInt32.self) & birthTime != 0
      else { return nil }
      let seconds = base.load(fromByteOffset: 80, as: Int64.self)
      return seconds * 1_000_000_000 + Int64(base.load(fromByteOffset: 88, as: UInt32.self))
    }
  }
}
