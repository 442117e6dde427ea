import Foundation
import Glibc

/// The built program, as the tests find it beside themselves.
enum Program {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  /// `SITREP_PROGRAM` names another one, as for a soak of what is shipped.
  static let path: String = {
    if let named = ProcessInfo.processInfo.environment["SITREP_PROGRAM"], !named.isEmpty { return named }
    var folder = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath().deletingLastPathComponent()
    for _ in 0..<4 {
      let program = folder.appending(path: "sitrep").path
      if FileManager.default.isExecutableFile(atPath: program), program.contains("/.build/") { return program }
      folder = folder.deletingLastPathComponent()
    }
    return root + "/.build/debug/sitrep"
  }()

  /// Whether a program is installed here.
  static func isInstalled(_ name: String) -> Bool {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      .contains { FileManager.default.isExecutableFile(atPath: "\($0)/\(name)") }
  }

  /// A process of its own with these files as its three streams.
  /// - Returns: its number.
  static func spawn(
    _ words: [String], environment: [String: String], input: String, output: String, complaint: String
  ) throws -> pid_t {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_APPEND, 0o600)
    posix_spawn_file_actions_addopen(&actions, 2, complaint, O_WRONLY | O_CREAT | O_APPEND, 0o600)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    // What the runner of the tests blocks or ignores is no business of the program.
    var none = sigset_t()
    sigemptyset(&none)
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    let argumentList = words.map { strdup($0) } + [nil]
    let environmentList =
      environment.merging(measured(words[0])) { own, _ in own }.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in argumentList + environmentList { free(text) } }
    var process: pid_t = 0
    let result = posix_spawnp(&process, words[0], &actions, &attributes, argumentList, environmentList)
    guard result == 0 else { throw POSIXError(POSIXErrorCode(rawValue: result) ?? .EIO) }
    return process
  }

  /// Where coverage is measured, what the program runs through counts as well: its figures go beside those of the tests,
  /// and are added up with them.
  private static func measured(_ program: String) -> [String: String] {
    let own = ProcessInfo.processInfo.environment["LLVM_PROFILE_FILE"]
    guard program == path, let own, let slash = own.lastIndex(of: "/") else { return [:] }
    return ["LLVM_PROFILE_FILE": own[...slash] + "program%4m.profraw"]
  }

  /// Waits for a process to end.
  static func wait(_ process: pid_t) -> Int32 {
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status & 0x7f == 0 ? (status >> 8) & 0xff : 128 + (status & 0x7f)
  }
}
