import ArgumentParser
import Commands
import FoundationEssentials
import Settings

struct ConfigInit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Write commented configuration files; what is there already is left alone.")

  @OptionGroup var options: GlobalOptions

  func run() throws {
    guard let folder = try Session.places(options).configuration else {
      throw Trouble(.cannotCreate, "Nothing says where the configuration is: name a folder with --config DIR.")
    }
    do {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      for file in Configuration.initialFiles() {
        let path = folder + "/" + file.name
        guard !FileManager.default.fileExists(atPath: path) else {
          Output.line("\(path) is there already: left alone.")
          continue
        }
        try Data(file.text.utf8).write(to: URL(filePath: path), options: .withoutOverwriting)
        Output.line("\(path) written.")
      }
    } catch {
      throw Trouble.writing(folder, error)
    }
  }
}
