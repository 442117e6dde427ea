import EventLog
import Foundation
import Glibc
import Synchronization

/// A home folder of its own for a test, with nothing in it, in which the program is run as a person runs it.
final class Home: Sendable {
  let folder: String
  private let runs = Mutex(0)

  var home: String { folder + "/home" }
  var store: String { folder + "/store/sitrep.db" }

  init() throws {
    folder = NSTemporaryDirectory() + "/sitrep-test-\(UInt64.random(in: 0...UInt64.max))"
    for part in ["home", "tmp", "streams"] {
      try FileManager.default.createDirectory(
        atPath: folder + "/" + part, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  var environment: [String: String] {
    [
      "HOME": home, "TMPDIR": folder + "/tmp", "SITREP_DB": store, "LANG": "C.UTF-8",
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin",
    ]
  }

  /// Runs the program with words and waits for its end.
  func callAsFunction(_ words: String...) throws -> Finished { try run(words) }

  /// - Parameters:
  ///   - environment: set beside or over the usual; an empty text stays an empty text.
  ///   - without: variables that are not there at all.
  ///   - through: a program, with its options, that runs it.
  func run(
    _ words: [String], input: String = "", environment added: [String: String] = [:], without: Set<String> = [],
    through: [String] = [], program: String = Program.path
  ) throws -> Finished {
    let streams = streams()
    try Data(input.utf8).write(to: URL(filePath: streams + ".in"))
    var environment = environment.merging(added) { $1 }
    for name in without { environment[name] = nil }
    let process = try Program.spawn(
      through + [program] + words, environment: environment, input: streams + ".in", output: streams + ".out",
      complaint: streams + ".err")
    let code = Program.wait(process)
    return Finished(code: code, output: text(streams + ".out"), complaint: text(streams + ".err"))
  }

  /// Runs the program without waiting for it.
  func start(_ words: String...) throws -> Running { try start(words) }

  func start(
    _ words: [String], environment added: [String: String] = [:], through: [String] = [],
    program: String = Program.path
  ) throws -> Running {
    let streams = streams()
    return try Running(pipe: streams + ".err") { pipe in
      try Program.spawn(
        through + [program] + words, environment: environment.merging(added) { $1 }, input: "/dev/null",
        output: streams + ".out", complaint: pipe)
    }
  }

  /// Writes a file of this home.
  @discardableResult
  func write(_ text: String, to name: String) throws -> String {
    let path = folder + "/" + name
    try FileManager.default.createDirectory(
      at: URL(filePath: path).deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: URL(filePath: path))
    return path
  }

  func text(_ path: String) -> String { String(decoding: bytes(path), as: UTF8.self) }
  func bytes(_ path: String) -> Data { FileManager.default.contents(atPath: path) ?? Data() }
  func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  private func streams() -> String {
    folder + "/streams/"
      + runs.withLock { count in
        count += 1
        return "\(count)"
      }
  }
}

extension Home {
  /// Declares an incident and returns its number as the verbs take it.
  @discardableResult
  func declare(_ title: String = "Checkout fails", _ severity: String = "SEV2") throws -> String {
    let declared = try self("incident", "declare", "--title", title, "--severity", severity, "--json").json()
    return declared["label"]?.string ?? "none"
  }

  func shown(_ incident: String = "1") throws -> JSONValue { try self("incident", "show", incident, "--json").json() }
}
