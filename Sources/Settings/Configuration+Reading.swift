import Comms
import EventLog
import Incidents
import OnCall

extension Configuration {
  /// The names of the files that make up a configuration, in the order in which they are read.
  package static let fileNames = [ServicesFile.name, RulesFile.name, OnCallFile.name, CommsFile.name, ConsoleFile.name]

  /// What `config init` writes. Read back, it gives what ships.
  package static func initialFiles() -> [InitialFile] { [.services, .rules, .onCall, .comms, .console] }

  /// Reads the texts of a configuration's files; those that are missing leave what ships in force.
  ///
  /// - Returns: the configuration as far as it can be read, and everything that is wrong, by file and line.
  package static func read(
    _ texts: [InitialFile], folder: String? = nil
  ) -> (configuration: Configuration, problems: [SettingsProblem]) {
    let ordered = (fileNames + TemplateFile.names).compactMap { name in texts.first { $0.name == name } }
    var configuration = Configuration(folder: folder, texts: ordered)
    var problems: [SettingsProblem] = []
    let console = ordered.first { $0.name == ConsoleFile.name }
    let pagers = console.map { PagerReader.names(in: $0.text) } ?? []
    for file in ordered {
      guard fileNames.contains(file.name) else {
        let read = TemplateFile.read(file)
        if let (audience, text) = read.template { configuration.comms.templates[audience] = text }
        problems += read.problems
        continue
      }
      let findings = Findings(file: file.name)
      configuration.apply(file, pagers: pagers, findings)
      problems += findings.problems
    }
    return (configuration, Set(problems).sorted())
  }

  /// - Parameter pagers: the names of other pagers; nil where they cannot be read.
  private mutating func apply(_ file: InitialFile, pagers: [String]?, _ findings: Findings) {
    guard let document = findings.document(in: file.text) else { return }
    switch file.name {
    case ServicesFile.name: services = ServicesFile.read(document, pagers: pagers, findings: findings)
    case RulesFile.name:
      (admission, clocks) = RulesFile.read(document, findings: findings)
      clocks.configHash = hash
    case OnCallFile.name:
      let content = OnCallFile.read(document, findings: findings)
      (rota, escalation) = (content.rota, content.escalation)
    case CommsFile.name:
      (comms, clocks.publicUpdates) = CommsFile.read(document, findings: findings)
      clocks.publicFrom = comms.publicFrom
    case ConsoleFile.name: console = ConsoleFile.read(document, people: rota.people, findings: findings)
    default: break
    }
  }
}
