import Foundation
import Testing

/// The program that lies beside the tests that were built with it.
enum BuiltProgram {
  static func path() throws -> String {
    let tests = URL(fileURLWithPath: CommandLine.arguments[0]).resolvingSymlinksInPath()
    var folder = tests.deletingLastPathComponent()
    for _ in 0..<4 {
      let program = folder.appending(path: "sitrep").path
      if FileManager.default.isExecutableFile(atPath: program) { return program }
      folder = folder.deletingLastPathComponent()
    }
    let program = EndToEndScript.root.appending(path: ".build/debug/sitrep").path
    try #require(FileManager.default.isExecutableFile(atPath: program), "the program was not built")
    return program
  }
}
