import CProcess
package import EventLog
import Foundation
import Glibc

/// Runs a program: without a shell, in a process group of its own, with a text on its standard input, and with a limit
/// of time and of output.
package struct ChildProgram: Sendable {
  package var arguments: [String]
  package var environment: [String: String]
  package var longest: Span
  /// Bytes that are kept of its output, and of its complaints.
  package var outputLimit: Int

  /// - Parameter arguments: the program first; by its path, or by a name that is looked for along `PATH`.
  package init(
    _ arguments: [String], environment: [String: String] = [:], longest: Span = .seconds(20), outputLimit: Int = 65_536
  ) {
    self.arguments = arguments
    self.environment = environment
    self.longest = longest
    self.outputLimit = outputLimit
  }

  /// Runs it to its end. What it left running in the background goes on after a good end, as an MTA's own delivery does.
  package func run(input: [UInt8]) async -> ProgramEnd {
    await withCheckedContinuation { waiting in
      // A thread of its own: it waits, and it alone blocks the signal that a closed pipe sends.
      Thread.detachNewThread {
        var pipe = sigset_t()
        sigemptyset(&pipe)
        sigaddset(&pipe, SIGPIPE)
        pthread_sigmask(SIG_BLOCK, &pipe, nil)
        waiting.resume(returning: runAndWait(input: input))
      }
    }
  }

  private func runAndWait(input: [UInt8]) -> ProgramEnd {
    var pipes = ChildPipes()
    guard pipes.open() else { return ProgramEnd(cause: .notStarted(Self.words(errno))) }
    defer { pipes.close() }
    var process: pid_t = 0
    let error = spawn(&process, pipes)
    pipes.closeChildSides()
    guard error == 0 else { return ProgramEnd(cause: .notStarted(Self.words(error))) }
    pipes.input = input
    let end = Self.milliseconds + longest.milliseconds
    var status: Int32 = 0
    var rest = end - Self.milliseconds
    while rest > 0 {
      // While it runs, it is looked after often at first: most are done in a moment.
      let patience = min(rest, longest.milliseconds - rest < 200 ? 5 : 25)
      pipes.exchange(patience: Int32(patience), limit: outputLimit)
      if waitpid(process, &status, WNOHANG) == process {
        pipes.exchange(patience: 0, limit: outputLimit)
        return ProgramEnd(cause: Self.cause(status), output: pipes.outputText, complaint: pipes.complaintText)
      }
      rest = end - Self.milliseconds
    }
    kill(-process, SIGKILL)
    waitpid(process, &status, 0)
    pipes.exchange(patience: 0, limit: outputLimit)
    return ProgramEnd(cause: .tookTooLong(longest), output: pipes.outputText, complaint: pipes.complaintText)
  }

  private func spawn(_ process: inout pid_t, _ pipes: ChildPipes) -> Int32 {
    guard let program = arguments.first else { return ENOENT }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setpgroup(&attributes, 0)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP))
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, pipes.childInput, 0)
    posix_spawn_file_actions_adddup2(&actions, pipes.childOutput, 1)
    posix_spawn_file_actions_adddup2(&actions, pipes.childComplaint, 2)
    // Sockets that a server listens at do not close by themselves: what a program leaves in the background would keep
    // the port after the server has gone.
    guard sitrep_spawn_closes_others(&actions) == 0 else { return ENOMEM }
    let given: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    let variables: [UnsafeMutablePointer<CChar>?] =
      environment.sorted { $0.key < $1.key }.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in given + variables { free(text) } }
    return posix_spawnp(&process, program, &actions, &attributes, given, variables)
  }

  private static func cause(_ status: Int32) -> ProgramEnd.Cause {
    let signal = status & 0x7f
    return signal == 0 ? .exited(status >> 8 & 0xff) : .killed(signal: signal)
  }

  private static func words(_ error: Int32) -> String { String(cString: strerror(error)) }

  /// Of a clock that nobody sets.
  private static var milliseconds: Int64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
  }
}
