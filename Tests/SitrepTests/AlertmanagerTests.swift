import Foundation
import Testing

/// The way from a real Alertmanager to the exported post-mortem, by the script that a person can run as well:
/// `Tests/EndToEnd/alertmanager.sh`.
@Suite struct AlertmanagerTests {
  private static func isInstalled(_ program: String) -> Bool {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/\(program)")
    }
  }

  @Test(
    .enabled(if: isInstalled("prometheus-alertmanager"), "prometheus-alertmanager is not installed"),
    .enabled(if: isInstalled("tmux"), "tmux is not installed"), .timeLimit(.minutes(5)))
  func anAlertBecomesAPostMortem() async throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let script = Process()
    script.executableURL = root.appending(path: "Tests/EndToEnd/alertmanager.sh")
    script.arguments = [try Self.builtProgram()]
    let output = Pipe()
    script.standardOutput = output
    script.standardError = output
    script.standardInput = FileHandle.nullDevice
    try script.run()
    let printed = await withCheckedContinuation { waiting in
      Thread.detachNewThread {
        let data = output.fileHandleForReading.readDataToEndOfFile()
        script.waitUntilExit()
        waiting.resume(returning: String(decoding: data, as: UTF8.self))
      }
    }
    #expect(script.terminationStatus == 0, "\(printed)")
  }

  /// The program lies beside the tests that were built with it.
  private static func builtProgram() throws -> String {
    let tests = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    var folder = tests.deletingLastPathComponent()
    for _ in 0..<4 {
      let program = folder.appending(path: "sitrep").path
      if FileManager.default.isExecutableFile(atPath: program) { return program }
      folder = folder.deletingLastPathComponent()
    }
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let program = root.appending(path: ".build/debug/sitrep").path
    try #require(FileManager.default.isExecutableFile(atPath: program), "the program was not built")
    return program
  }
}
