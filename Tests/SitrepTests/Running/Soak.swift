import Foundation

/// Whether the full counts were asked for (`make soak`), and where their figures go.
enum Soak {
  static let isOn = ProcessInfo.processInfo.environment["SITREP_SOAK"].map { !$0.isEmpty } ?? false

  /// Prints a figure of a run with the full counts, and appends it to the file that `SITREP_SOAK_REPORT` names.
  static func report(_ line: String) {
    guard isOn else { return }
    print("soak: \(line)")
    guard let path = ProcessInfo.processInfo.environment["SITREP_SOAK_REPORT"], !path.isEmpty else { return }
    let old = FileManager.default.contents(atPath: path) ?? Data()
    try? (old + Data("\(line)\n".utf8)).write(to: URL(filePath: path), options: .atomic)
  }
}
