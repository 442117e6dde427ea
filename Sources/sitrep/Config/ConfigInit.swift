import ArgumentParser
import Commands
import FoundationEssentials
import Glibc
import Settings

struct ConfigInit: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "init", abstract: "Write commented configuration files; what is there already is left alone.",
    discussion: """
      With --team it also makes the store's folder, /var/lib/sitrep unless another is named with --db, and gives both \
      to a group: whoever is in it works on one truth, by SSH. The configuration then lies in /etc/sitrep unless \
      --config says otherwise. That needs root.
      """)

  @OptionGroup var options: GlobalOptions
  @Option(help: ArgumentHelp("The group that shares store and configuration.", valueName: "group")) var team: String?

  func run() throws {
    let group = try team.map { name throws(Trouble) in try TeamFolder.group(named: name) }
    let paths = try places(isTeam: group != nil)
    guard let folder = paths.configuration else {
      throw Trouble(.cannotCreate, "Nothing says where the configuration is: name a folder with --config DIR.")
    }
    if let group { try shareStore(paths.database, group) }
    let shared = group.map { TeamFolder(path: Self.absolute(folder), group: $0) }
    try shared?.make(
      own: Configuration.initialFiles().map(\.name) + ["templates", "runbooks", ".git"], secret: ["environment"])
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
        try shared?.share(path, mode: 0o660)
        Output.line("\(path) written.")
      }
    } catch let trouble as Trouble {
      throw trouble
    } catch {
      throw Trouble.writing(folder, error)
    }
    if let team {
      Output.line("Everybody in \(team) shares them. Name each person with their logins in \(folder)/oncall.yaml.")
    }
  }

  private func places(isTeam: Bool) throws(Trouble) -> StorePaths {
    var paths = try Session.places(options)
    guard isTeam else { return paths }
    if options.db ?? Surroundings.environment["SITREP_DB"] ?? "" == "" {
      paths.database = StorePaths.teamStore + "/sitrep.db"
    }
    if !paths.isConfigurationChosen { paths.configuration = StorePaths.teamConfiguration }
    return paths
  }

  private func shareStore(_ store: String, _ group: gid_t) throws(Trouble) {
    let store = Self.absolute(store)
    guard let slash = store.lastIndex(of: "/"), slash != store.startIndex else {
      throw Trouble(.badInput, "\(store) lies in the root folder, which cannot be shared: name a folder of its own.")
    }
    let folder = String(store[..<slash])
    try TeamFolder(path: folder, group: group).make(own: [String(store[store.index(after: slash)...])])
    Output.line("\(folder) is the team's: the store in it is made by the first change.")
  }

  private static func absolute(_ path: String) -> String {
    path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
  }
}
