import ArgumentParser
import Commands
import Desk
import EventLog
import Glibc
import Ledger
import OnCall
import Settings

struct Doctor: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Look at store, configuration, terminal and sources, and say what to do about each.")

  @OptionGroup var options: GlobalOptions

  func run() throws {
    var findings: [Finding] = []
    let paths = try Session.places(options)
    findings += configuration(paths)
    findings += store(paths)
    findings += TerminalFindings.all(environment: Surroundings.environment, isTerminal: isatty(1) == 1)
    findings += PagingFindings.all(paths, options)
    if options.json {
      Output.json(
        .array(
          findings.map {
            .object(["part": .string($0.part), "sound": .bool($0.isSound), "message": .string($0.message)])
          }))
    } else {
      Output.lines(findings.map { "\($0.isSound ? "ok  " : "LOOK") \($0.part): \($0.message)" })
    }
    if findings.contains(where: { !$0.isSound && $0.part == "store" }) { throw ExitCode(1) }
  }

  private func configuration(_ paths: StorePaths) -> [Finding] {
    do {
      let configuration = try Session.settings(paths)
      guard let folder = configuration.folder, !configuration.texts.isEmpty else {
        return [
          Finding("configuration", isSound: true, "none; what ships is in force. `sitrep config init` writes it.")
        ]
      }
      let rota =
        configuration.rota.rotations.isEmpty ? "nobody is on call" : "\(configuration.rota.people.count) people"
      return [Finding("configuration", isSound: true, "\(folder): all right, \(rota).")]
    } catch {
      return [Finding("configuration", isSound: false, error.message)]
    }
  }

  private func store(_ paths: StorePaths) -> [Finding] {
    do {
      guard let session = try Session.openForReading(options) else {
        return [
          Finding("store", isSound: true, "\(paths.database) is not there yet; the first change makes it."),
          Self.noSource(paths),
        ]
      }
      let stats = try troubled { try session.desk.ledger.stats() }
      let sources = try troubled { try session.desk.ledger.read { try $0.sources() } }
      var findings = [
        Finding(
          "store", isSound: !stats.isNewer,
          "\(stats.path), \(session.storeKind.rawValue), \(stats.events) events, node \(stats.node).")
      ]
      if stats.isClockAhead {
        findings.append(
          Finding(
            "clock", isSound: false, "the newest entry is \(stats.clockLead.words) ahead of this machine's clock."))
      }
      findings += sources.map {
        Finding("source", isSound: true, "\($0.source) last heard \($0.lastSeen.rfc3339), \($0.times) times.")
      }
      if sources.isEmpty { findings.append(Self.noSource(paths)) }
      return findings + StoreFindings.all(session.paths.database, kind: session.storeKind)
        + (try upkeep(session)) + PeopleFindings.all(session)
    } catch let trouble as Trouble {
      return [Finding("store", isSound: false, trouble.message)]
    } catch {
      return [Finding("store", isSound: false, "\(error)")]
    }
  }

  /// What waits for a person or for time.
  private func upkeep(_ session: Session) throws -> [Finding] {
    let (hold, stale, letters) = try troubled {
      try session.desk.ledger.read { (try $0.outboxHold(), try $0.staleKinds(), try $0.letterCounts()) }
    }
    var findings: [Finding] = []
    let (failed, unknown) = (letters[.failed, default: 0], letters[.unknown, default: 0])
    if failed + unknown > 0 {
      findings.append(
        Finding(
          "letters", isSound: false,
          "\(failed) could not be delivered, \(unknown) may or may not have arrived. `sitrep letter list` says why, "
            + "`sitrep letter replay` sends one again."))
    }
    if let hold {
      findings.append(
        Finding(
          "letters", isSound: false,
          "held since \(hold.since.rfc3339), \(hold.letters) wait. \(hold.reason) Look at them, then "
            + "`sitrep db restore --release`."))
    }
    if !stale.isEmpty {
      findings.append(
        Finding(
          "lists", isSound: true,
          "\(stale.joined(separator: ", ")): older entries are still being brought to this version of Sitrep."))
    }
    return findings
  }

  private static func noSource(_ paths: StorePaths) -> Finding {
    Finding(
      "source", isSound: false,
      "no webhook has ever arrived. Run `sitrep serve`, and add to alertmanager.yml under receivers: "
        + "{ name: sitrep, webhook_configs: [{ url: 'http://127.0.0.1:7780/api/v1/alertmanager', send_resolved: true }] }"
    )
  }
}
