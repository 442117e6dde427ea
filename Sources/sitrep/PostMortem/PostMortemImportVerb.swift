import ArgumentParser
import Commands
import Desk
import EventLog
import FoundationEssentials
import Incidents
import OnCall
import Review

struct PostMortemImportVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Take past post-mortems over from Markdown files, as closed incidents.",
    discussion: """
      Shows what could be read and what could not, and asks before anything is recorded. Where nobody can be asked, \
      --confirm all records it; --dry-run only shows it. A file that is here already is left out.
      """)

  @OptionGroup var options: GlobalOptions
  @Argument(help: ArgumentHelp("Markdown files.", valueName: "file")) var files: [String]
  @Flag(name: .customLong("dry-run"), help: "Show what would be recorded, and record nothing.") var dryRun = false
  @Option(help: ArgumentHelp("Records without asking: all.", valueName: "all")) var confirm: String?
  @Option(
    help: ArgumentHelp("The zone of times that say none, as Europe/Copenhagen, CET or +02:00.", valueName: "zone"))
  var zone: String?
  @Option(help: ArgumentHelp("The severity, where a file states none.", valueName: "sev")) var severity: String?
  @Option(help: ArgumentHelp("The service, where a file states none.", valueName: "name")) var service: String?

  func run() throws {
    if let zone, ZoneName.table(zone).flatMap(Zone.init) == nil, ZoneName.offset(zone) == nil {
      throw Trouble(.badInput, "\"\(zone)\" is no zone: write Europe/Copenhagen, CET, UTC or +02:00.")
    }
    let documents = try files.map(read)
    let review = documents.map { document in
      ["\(document.name)"] + document.read.lines.map { "  " + $0 }
        + (document.past == nil ? ["  cannot be taken over: no time of it could be read"] : [])
    }
    if dryRun { return show(documents, review) }
    if !options.json { Output.lines(Array(review.joined(separator: [""]))) }
    let usable = documents.filter { $0.past != nil }
    guard !usable.isEmpty else { throw Trouble(.badInput, "None of these files could be taken over.") }
    guard try Confirmation.given(confirm, target: "all") else {
      throw Trouble(.unconfirmed, "Nothing was recorded: repeat it with --confirm all, or with --dry-run to look.")
    }
    let session = try Session.open(options)
    var recorded: [JSONValue] = []
    for document in usable {
      guard let past = document.past else { continue }
      let outcome = try session.desk.performAndWait(
        .importIncident(past, document: document.bytes), by: session.actor)
      if options.json, let incident = outcome.incident {
        recorded.append(try session.detail(incident).json(at: SystemClock.now()))
      } else {
        Output.line(outcome.sentence)
      }
    }
    if options.json { Output.json(.array(recorded)) }
    if usable.count < documents.count { throw Trouble(.badInput, "Not all of these files could be taken over.") }
  }

  private func show(_ documents: [Document], _ review: [[String]]) {
    guard options.json else { return Output.lines(Array(review.joined(separator: [""]))) }
    Output.json(
      .array(
        documents.map { document in
          var fields = document.read.json
          fields["file"] = .string(document.name)
          fields["usable"] = .bool(document.past != nil)
          return .object(fields)
        }))
  }

  /// A file as it was read.
  private struct Document {
    var name: String
    var bytes: [UInt8]
    var read: ImportedPostMortem
    var past: ImportIncident?
  }

  private func read(_ path: String) throws -> Document {
    guard let data = FileManager.default.contents(atPath: path) else {
      throw Trouble(.noSuchFile, "\(path) cannot be read.")
    }
    let name = URL(filePath: path).lastPathComponent
    let bytes = [UInt8](data)
    let reader = PostMortemImport(zone: zone) { name, civil in
      Zone(name).map { zone in civil.instantAsUTC - zone.instant(of: civil) }
    }
    var read = reader.read(String(decoding: bytes, as: UTF8.self), fileName: name)
    if read.severity == nil, let severity { read.severity = try Self.severity(severity) }
    if read.services.isEmpty, let service { read.services = [service] }
    return Document(name: name, bytes: bytes, read: read, past: past(read, name: name, bytes: bytes))
  }

  private static func severity(_ text: String) throws(Trouble) -> Severity {
    guard let severity = Severity(text) else {
      throw Trouble(.badInput, "\"\(text)\" is no severity: SEV1 to SEV4 (or CRITICAL, HIGH, MEDIUM, LOW; P0 to P3).")
    }
    return severity
  }

  private func past(_ read: ImportedPostMortem, name: String, bytes: [UInt8]) -> ImportIncident? {
    guard read.beganAt != nil, let ended = read.endedAt ?? read.beganAt else { return nil }
    return ImportIncident(
      title: read.title, severity: read.severity, services: read.services, times: read.times,
      resolution: read.resolution, summary: read.summary, impact: read.impact,
      stated: read.stated.map { StatedLength(name: $0.name, text: $0.text, span: $0.span) },
      entries: read.entries.map {
        .init(at: $0.at, precision: $0.precision, endedAt: $0.endedAt, zone: $0.zone, text: $0.text)
      }, source: name, digest: Chain.digest(of: bytes), endedAt: ended)
  }
}
