import FoundationEssentials
import Glibc

/// The configuration folder on disk.
struct SettingsFolder {
  /// More than anybody writes by hand; a larger file is a mistake.
  private static let largestFile = 1_048_576

  let path: String

  /// The files of the configuration, and what is wrong with the folder itself.
  ///
  /// - Throws: where the folder or one of the files cannot be read.
  func read() throws(SettingsTrouble) -> (texts: [InitialFile], problems: [SettingsProblem]) {
    var texts: [InitialFile] = []
    var problems: [SettingsProblem] = []
    for name in try names() {
      guard Configuration.fileNames.contains(name) || TemplateFile.names.contains(name) else {
        if let problem = unknown(name) { problems.append(problem) }
        continue
      }
      let bytes = try bytes(of: name)
      guard let text = String(validating: bytes, as: UTF8.self) else {
        problems.append(notText(name, bytes))
        continue
      }
      texts.append(InitialFile(name: name, text: text))
    }
    return (texts, problems)
  }

  var exists: Bool {
    var isFolder = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
  }

  private func names() throws(SettingsTrouble) -> [String] {
    do {
      let names = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
      var isFolder = false
      let templates = path + "/" + TemplateFile.folder
      guard FileManager.default.fileExists(atPath: templates, isDirectory: &isFolder), isFolder else { return names }
      return names
        + (try FileManager.default.contentsOfDirectory(atPath: templates)).sorted().map {
          TemplateFile.folder + "/" + $0
        }
    } catch {
      throw SettingsTrouble(
        code: access(path, R_OK | X_OK) == 0 ? .unreadable : .noPermission,
        message: "The configuration folder \(path) cannot be read; check its permissions.",
        cause: "\(error)")
    }
  }

  private func bytes(of name: String) throws(SettingsTrouble) -> [UInt8] {
    let file = path + "/" + name
    do {
      let bytes = Array(try Data(contentsOf: URL(filePath: file)))
      guard bytes.count <= Self.largestFile else {
        throw SettingsTrouble(
          code: .unreadable, message: "\(file) is larger than 1 MiB; a configuration file is written by hand.")
      }
      return bytes
    } catch let trouble as SettingsTrouble {
      throw trouble
    } catch {
      throw SettingsTrouble(
        code: access(file, R_OK) == 0 ? .unreadable : .noPermission,
        message: "\(file) cannot be read; check its permissions.", cause: "\(error)")
    }
  }

  /// A YAML file that nothing reads is most likely one with a slip in its name. Editors' hidden files are left alone.
  private func unknown(_ name: String) -> SettingsProblem? {
    if name.hasPrefix(TemplateFile.folder + "/") {
      guard TemplateFile.isTemplate(String(name.dropFirst(TemplateFile.folder.count + 1))) else { return nil }
      return SettingsProblem(
        file: name, line: 1, column: 1, message: "nothing reads the file '\(name)'",
        advice: NearestWord.advice(for: name, among: TemplateFile.names))
    }
    guard name.hasSuffix(".yaml") || name.hasSuffix(".yml"), !name.hasPrefix(".") else { return nil }
    return SettingsProblem(
      file: name, line: 1, column: 1, message: "nothing reads the file '\(name)'",
      advice: NearestWord.advice(for: name, among: Configuration.fileNames))
  }

  private func notText(_ name: String, _ bytes: [UInt8]) -> SettingsProblem {
    var line = 1
    for row in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      if String(validating: row, as: UTF8.self) == nil { break }
      line += 1
    }
    return SettingsProblem(
      file: name, line: line, column: 1, message: "this line is not UTF-8 text", advice: "save the file as UTF-8")
  }
}
