import Glibc

/// A terminal with a far end to write keys to and to read the screen's bytes from.
final class PseudoTerminal {
  let far: Int32
  let near: Int32

  init(columns: UInt16, rows: UInt16) throws {
    far = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var locked: CInt = 0
    guard far >= 0, ioctl(far, Self.lock, &locked) == 0 else { throw NoTerminal() }
    near = ioctl(far, Self.openPeer, O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard near >= 0 else { throw NoTerminal() }
    _ = fcntl(far, F_SETFL, O_NONBLOCK)
    resize(columns: columns, rows: rows)
  }

  deinit {
    close(near)
    close(far)
  }

  func resize(columns: UInt16, rows: UInt16) {
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(far, UInt(TIOCSWINSZ), &size)
  }

  func type(_ text: String) { _ = write(far, text, text.utf8.count) }

  /// What has been sent to the terminal since the last call.
  func output() -> String {
    var all: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = read(far, &buffer, buffer.count)
      guard count > 0 else { return String(decoding: all, as: UTF8.self) }
      all += buffer[..<count]
    }
  }

  /// The modes that a taken terminal changes.
  func isCooked() -> Bool {
    var modes = termios()
    tcgetattr(near, &modes)
    return modes.c_lflag & tcflag_t(ICANON | ECHO | ISIG) == tcflag_t(ICANON | ECHO | ISIG)
  }

  /// TIOCSPTLCK and TIOCGPTPEER of asm-generic/ioctls.h, which do not import.
  private static let lock: UInt = 0x4004_5431
  private static let openPeer: UInt = 0x5441

  struct NoTerminal: Error {}
}
