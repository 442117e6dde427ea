package import Comms
import EventLog
package import Incidents
package import OnCall

/// Everything that the team has decided beforehand, checked: from its YAML files, and as shipped where they are
/// silent.
package struct Configuration: Hashable, Sendable {
  /// Where it was read; nil where only what ships is in force.
  package var folder: String?
  package var services: [Service]
  package var admission: AdmissionPolicy
  package var clocks: ClockPolicy
  package var rota: Rota
  /// Who is woken, in which order and when, where Sitrep is the pager of record.
  package var escalation: EscalationPolicy
  package var comms: CommsPolicy
  package var console: ConsoleSettings
  /// The files it was read from, in a fixed order; none where only what ships is in force.
  package var texts: [InitialFile]
  /// The digest over names and texts: the same files give the same one on every host.
  package var hash: String

  /// What ships, without any file.
  package static let shipped = Configuration(folder: nil, texts: [])

  init(folder: String?, texts: [InitialFile]) {
    self.folder = folder
    self.texts = texts
    services = Service.shipped
    admission = AdmissionPolicy()
    rota = .empty
    escalation = EscalationPolicy()
    comms = CommsPolicy()
    console = ConsoleSettings()
    hash = Chain.digest(of: texts.flatMap { Array("\($0.name)\0\($0.text)\0".utf8) })
    clocks = ClockPolicy(configHash: hash)
  }

  package func service(named name: String) -> Service? { services.first { $0.name == name } }

  /// The services by name, as decisions about incidents want them.
  package var servicesByName: [String: Service] {
    Dictionary(services.map { ($0.name, $0) }) { first, _ in first }
  }

  /// Whether the team has written down its services; otherwise only those that ship are known.
  package var hasServices: Bool { texts.contains { $0.name == "services.yaml" } }

  package var listen: ListenAddress { console.listen }

  /// The runbook folders as paths: relative ones lie in the configuration folder. Without one they are left out, so
  /// that no procedure is ever taken from wherever somebody happens to stand.
  package var runbookFolders: [String] {
    console.runbookFolders.compactMap { path in
      guard !path.hasPrefix("/") else { return path }
      return folder.map { $0.hasSuffix("/") ? $0 + path : $0 + "/" + path }
    }
  }
}
