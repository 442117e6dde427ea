import Commands
import Desk
import EventLog
import Ledger
import OnCall
import Settings

/// Whether people are woken who are to be.
enum PagingFindings {
  static func all(_ paths: StorePaths, _ options: GlobalOptions) -> [Finding] {
    // What is wrong in the files, and with the store, is found elsewhere.
    guard let configuration = try? Session.settings(paths) else { return [] }
    var findings =
      configuration.pagesPeople
      ? []
      : [
        Finding("paging", isSound: true, "Sitrep wakes nobody: it is the pager of no service. Keep the pager you have.")
      ]
    let unreached = configuration.problems(ofPagingWith: Set(configuration.pageWays.keys))
    findings += unreached.map { Finding("paging", isSound: false, $0.description) }
    guard Surroundings.fileExists(paths.database), let session = try? Session.openForReading(options) else {
      if configuration.pagesPeople { findings.append(nobodyWatches) }
      return findings
    }
    // The same words as on every screen.
    let header = try? session.header()
    findings += (header?.warnings ?? []).filter {
      $0.hasPrefix("NO ") || $0.hasPrefix("UNKNOWN") || $0.contains("sign of life")
    }
    .map { Finding("paging", isSound: false, $0) }
    if let watcher = header?.watcher {
      findings.append(Finding("paging", isSound: true, "\(watcher) watches: pages and letters leave from there."))
    }
    if configuration.pagesPeople { findings += untried(configuration, session) }
    return findings
  }

  private static let nobodyWatches = Finding(
    "paging", isSound: false, "NO PAGING: nothing watches. Start `sitrep serve`.")

  /// Ways that nobody knows to work: a page on them may be the first one ever.
  private static func untried(_ configuration: Configuration, _ session: Session) -> [Finding] {
    let confirmed = (try? ConfirmedWays(session)) ?? ConfirmedWays()
    return configuration.pageWays.sorted { $0.key < $1.key }.flatMap { person, ways in
      ways.filter { !confirmed.contains(person, $0.channel) }.map {
        Finding(
          "paging", isSound: false,
          "\(person) by \($0.channel): nobody has confirmed that a page comes. `sitrep page --test \(person)` tries it out."
        )
      }
    }
  }
}
