import ArgumentParser
import Commands
import Desk
import EventLog
import FoundationEssentials
import Ledger

struct DatabaseVerify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Check every event against its hash and its chain; ends with 65 on damage.",
    discussion: """
      A chain finds damage and careless edits, not somebody who computes it anew: for that, keep heads elsewhere and \
      compare with --against.
      """)

  @OptionGroup var options: GlobalOptions
  @Option(
    help: ArgumentHelp(
      "Compare with a backup, an export, a file with heads (as verify, backup and /status.json give them), or one "
        + "head: \"k3f9q2-1042 9f86d0…\".", valueName: "file or head"))
  var against: String?

  func run() throws {
    guard let session = try Session.openForReading(options) else {
      if against != nil { throw Trouble(.noSuchFile, "There is nothing to compare.") }
      return options.json ? Output.json(.null) : ()
    }
    if let against { return try compare(session, against) }
    let progress = Progress("checked", unit: "events")
    let report = try troubled { try session.desk.ledger.verify { progress.show($0) } }
    progress.end()
    if options.json { Output.json(json(report)) } else { Output.lines(lines(report)) }
    if !report.isSound { throw ExitCode(65) }
  }

  private func lines(_ report: VerifyReport) -> [String] {
    let redacted = report.redactions == 0 ? "" : ", \(report.redactions) redacted"
    let verdict =
      report.isSound
      ? "the chain is whole." : "\(report.damage.count) damaged. Restore a backup, or keep this file as evidence."
    return report.damage.map(\.sentence) + ["\(report.events) events\(redacted): \(verdict)"]
      + report.gaps.map {
        "\($0.range.count) event(s) of \($0.node) never came here (\($0.range.lowerBound) to \($0.range.upperBound)): "
          + "only a part of its chain was imported."
      } + report.heads.map { "head \($0)" }
  }

  private func json(_ report: VerifyReport) -> JSONValue {
    .object([
      "events": .integer(Int64(report.events)), "redactions": .integer(Int64(report.redactions)),
      "sealed": .integer(Int64(report.sealed)), "sound": .bool(report.isSound),
      "heads": .array(report.heads.map { .string($0.description) }),
      "gaps": .array(
        report.gaps.map {
          .object([
            "node": .string($0.node), "first": .integer($0.range.lowerBound), "last": .integer($0.range.upperBound),
          ])
        }),
      "damage": .array(
        report.damage.map {
          .object([
            "kind": .string($0.kind.rawValue), "event": .text($0.event?.description), "message": .string($0.sentence),
          ])
        }),
    ])
  }

  // MARK: Against

  private func compare(_ session: Session, _ other: String) throws {
    let progress = Progress("compared", unit: "events")
    let comparison = try troubled { try compared(session.desk.ledger, other) { progress.show($0) } }
    progress.end()
    if options.json {
      Output.json(
        .object([
          "compared": .integer(Int64(comparison.events)), "same": .bool(comparison.isSame),
          "differences": .array(
            comparison.differences.map {
              .object([
                "kind": .string($0.kind.rawValue), "event": .string($0.event.description),
                "message": .string($0.sentence),
              ])
            }),
        ]))
    } else if comparison.isSame {
      Output.line("\(comparison.events) compared: everything up to there is as it was.")
    } else {
      Output.lines(comparison.differences.map(\.sentence))
    }
    if !comparison.isSame { throw ExitCode(65) }
  }

  private func compared(
    _ ledger: Ledger, _ other: String, progress: (Int) -> Void
  ) throws -> ChainComparison {
    guard Surroundings.fileExists(other) else {
      guard let head = HeadText(other) else {
        throw Trouble(.noSuchFile, "\(other) is neither a file nor a head, as \"k3f9q2-1042 9f86d0818840…\" is.")
      }
      return try ledger.compare(with: [head])
    }
    let first = try LineReader(other).next() ?? ""
    if first.hasPrefix("SQLite format 3") {
      let kept = try Ledger(
        path: other, folds: Desk.folds, options: LedgerOptions(isReadOnly: true, createIfMissing: false),
        clock: SystemClock.now, random: SystemRandom.bytes)
      defer { kept.close() }
      return try ledger.compare(with: kept, progress: progress)
    }
    if first.contains("\"export\"") {
      let lines = try LineReader(other)
      return try ledger.compare(withExport: lines.next, progress: progress)
    }
    guard let text = FileManager.default.contents(atPath: other) else {
      throw Trouble(.notAllowed, "\(other) cannot be read.")
    }
    let heads = HeadText.all(in: String(decoding: text, as: UTF8.self))
    guard !heads.isEmpty else {
      throw Trouble(.badInput, "\(other) holds no heads: give a backup, an export, or what `db verify` printed.")
    }
    return try ledger.compare(with: heads)
  }
}
