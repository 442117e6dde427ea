import ArgumentParser
import Commands
import Desk
import EventLog
import FoundationEssentials
import OnCall
import Review
import Settings

struct PostMortemCheckVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Look through a post-mortem for blame, for what cannot be measured and for what is missing.",
    discussion: """
      Of an incident, or of a Markdown file (- reads standard input). Ends with 1 where there is an error or a \
      warning; what is missing fails it only with --complete.
      """)

  @OptionGroup var options: GlobalOptions
  @Argument(help: ArgumentHelp("An incident, or a file.", valueName: "n-or-file")) var subject: String
  @Flag(help: "Fail where a section is missing or empty as well.") var complete = false
  @Option(
    help: ArgumentHelp("A name that must not stand in the story; as often as you like.", valueName: "name"))
  var name: [String] = []

  func run() throws {
    let read = try text()
    let report = PostMortemCheck(names: name + read.names).report(on: read.text)
    let findings = report.findings.filter { finding in
      !read.accepted.contains { $0.rule == finding.rule.rawValue && $0.words == finding.words }
    }
    let fails = findings.contains { $0.level > .information } || complete && !report.gaps.isEmpty
    if options.json {
      Output.json(json(findings, report.gaps, accepted: report.findings.count - findings.count, passes: !fails))
    } else {
      Output.lines(findings.map(line) + report.gaps.map { "missing: \($0.sentence)" })
      if findings.isEmpty, report.gaps.isEmpty { Output.line("Nothing to say against it.") }
    }
    if fails { throw ExitCode(1) }
  }

  /// The text, and the names of people who are known.
  private func text() throws -> (text: String, names: [String], accepted: [ReviewRecord.Acceptance]) {
    if subject == "-" { return (String(decoding: FileHandleReading.standardInput(), as: UTF8.self), [], []) }
    if Surroundings.fileExists(subject) {
      guard let data = FileManager.default.contents(atPath: subject) else {
        throw Trouble(.noSuchFile, "\(subject) cannot be read.")
      }
      return (String(decoding: data, as: UTF8.self), [], [])
    }
    guard subject.hasPrefix("#") || subject.first?.isNumber == true || subject.hasPrefix("incident:") else {
      throw Trouble(.noSuchFile, "There is no file \(subject), and it is no incident's number.")
    }
    guard let session = try Session.openForReading(options) else {
      throw Trouble(.noSuchIncident, "There is no incident \(subject).")
    }
    let id = try session.desk.incident(named: subject)
    let draft = try session.desk.postMortem(of: id)
    return (
      try PostMortemText.markdown(draft),
      draft.attendees.map(\.name) + session.configuration.rota.people.map(\.name),
      try session.desk.review(of: id).accepted
    )
  }

  private func line(_ finding: Review.Finding) -> String {
    "\(finding.line):\(finding.column): \(finding.level.rawValue) \(finding.rule.rawValue) "
      + "\"\(finding.words.count > 80 ? finding.words.prefix(77) + "..." : finding.words)\": \(finding.why); "
      + finding.suggestion
  }

  private func json(_ findings: [Review.Finding], _ gaps: [SectionGap], accepted: Int, passes: Bool) -> JSONValue {
    func count(_ level: Review.Finding.Level) -> JSONValue { .integer(Int64(findings.count { $0.level == level })) }
    return .object([
      "findings": .array(findings.map(\.json)), "gaps": .array(gaps.map(\.json)),
      "errors": count(.error), "warnings": count(.warning), "infos": count(.information),
      "accepted": .integer(Int64(accepted)), "passes": .bool(passes),
    ])
  }
}
