import Foundation
import Testing

/// Letters as the reference library of Standard Webhooks verifies them, by the script that a person can run as well:
/// `Tests/EndToEnd/webhooks.sh`.
@Suite struct WebhookTests {
  private static var hasLibrary: Bool {
    let check = Process()
    check.executableURL = URL(filePath: "/usr/bin/env")
    let own = EndToEndScript.root.path + "/.build/test-venv/bin/python"
    let python = FileManager.default.isExecutableFile(atPath: own) ? own : "python3"
    check.arguments = [
      ProcessInfo.processInfo.environment["SITREP_PYTHON"] ?? python, "-c", "import standardwebhooks",
    ]
    check.standardError = FileHandle.nullDevice
    guard (try? check.run()) != nil else { return false }
    check.waitUntilExit()
    return check.terminationStatus == 0
  }

  @Test(.enabled(if: hasLibrary, "Python's standardwebhooks is not here: scripts/deps test"), .timeLimit(.minutes(5)))
  func theReferenceVerifiesEveryAttempt() async throws {
    let (status, printed) = try await EndToEndScript.run("webhooks.sh", [try BuiltProgram.path()])
    #expect(status == 0, "\(printed)")
  }
}
