import Foundation

/// A script of `Tests/EndToEnd`, which a person can run as well.
enum EndToEndScript {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Whether a program is found by its name.
  static func isInstalled(_ program: String) -> Bool {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").contains {
      FileManager.default.isExecutableFile(atPath: "\($0)/\(program)")
    }
  }

  /// Whether scripts find what understands a terminal's screen: Debian's python3-pyte, or what `make bench` installs.
  static var hasScreenModel: Bool {
    let places = ["/usr/lib/python3/dist-packages/pyte", root.path + "/.build/bench-venv/bin/python"]
    return isInstalled("python3") && places.contains { FileManager.default.fileExists(atPath: $0) }
  }

  /// Whether pages can be opened, and read once they are printed.
  static var hasBrowser: Bool {
    ["chromium-headless-shell", "chromium"].contains(where: isInstalled) && isInstalled("pdftotext")
  }

  /// - Returns: its exit code, and what it printed.
  static func run(_ name: String, _ arguments: [String]) async throws -> (status: Int32, printed: String) {
    let script = Process()
    script.executableURL = root.appending(path: "Tests/EndToEnd").appending(path: name)
    script.arguments = arguments
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
    return (script.terminationStatus, printed)
  }
}
