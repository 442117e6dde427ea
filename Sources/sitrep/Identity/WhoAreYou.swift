import Commands
import EventLog
import FoundationEssentials
import Glibc
import OnCall
import Settings

/// Asks a login that the team does not know who it is, once; the answer is kept in the user's own folder.
struct WhoAreYou {
  let paths: StorePaths
  let login: String
  let team: Rota

  /// The person chosen before; nil where none was, or the team no longer knows the name.
  var chosen: String? {
    let name = ChosenPerson(kept)[paths.database]
    return name.flatMap { team.person(named: $0)?.name }
  }

  /// Whether somebody sits at a terminal and can be asked.
  static var canAsk: Bool { isatty(0) == 1 && isatty(2) == 1 }

  /// - Returns: the person; nil where whoever was asked only wants to look.
  func ask() -> String? {
    guard !team.people.isEmpty else { return nil }
    for line in PersonChoice.question(login: login, team: team) { Output.complain(line) }
    while let answer = readLine(strippingNewline: true) {
      switch PersonChoice(answer, team: team) {
      case .person(let name):
        keep(name)
        return name
      case .look: return nil
      case .unclear: Output.complain("that is none of them: a number, a name, or Enter.")
      }
    }
    return nil
  }

  private var file: String { paths.state + "/" + ChosenPerson.fileName }

  private var kept: String {
    FileManager.default.contents(atPath: file).map { String(decoding: $0, as: UTF8.self) } ?? ""
  }

  /// Where it cannot be kept, it is asked again the next time; that is no reason not to go on.
  private func keep(_ name: String) {
    var all = ChosenPerson(kept)
    all[paths.database] = name
    try? FileManager.default.createDirectory(
      atPath: paths.state, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    try? Data(all.text.utf8).write(to: URL(filePath: file), options: .atomic)
  }
}
