import Glibc

/// Turns standard output and error away from the terminal and back.
struct StandardStreams {
  private let log: ConsoleLogFile?
  /// Copies of the streams as they were; -1 where there was none.
  private let output: Int32
  let error: Int32

  init(log: ConsoleLogFile?) {
    self.log = log
    output = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3)
    error = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)
  }

  func divert() {
    guard let log else { return }
    fflush(nil)
    dup2(log.descriptor, STDOUT_FILENO)
    dup2(log.descriptor, STDERR_FILENO)
  }

  func restore() {
    guard log != nil else { return }
    fflush(nil)
    if output >= 0 { dup2(output, STDOUT_FILENO) }
    if error >= 0 { dup2(error, STDERR_FILENO) }
  }

  func close() {
    restore()
    if output >= 0 { _ = Glibc.close(output) }
    if error >= 0 { _ = Glibc.close(error) }
    log?.close()
  }
}
