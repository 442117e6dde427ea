import ArgumentParser
import Commands
import Desk
import EventLog
import Review

struct PostMortemReview: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "review",
    abstract: "Name the owner of a post-mortem, or move it on: in_review, reviewed, published, closed.",
    discussion: """
      Reviewed needs the right 'sign-off', published the right 'approvals', each under a login of one's own. Reviewed \
      also needs owner, due date and done-when on every action item, and every gap filled or explained. Without a \
      stage and an owner it says how far the document is.
      """)

  @OptionGroup var options: GlobalOptions
  @Argument(help: ArgumentHelp("The incident.", valueName: "n")) var incident: String
  @Argument(help: ArgumentHelp("draft, in_review, reviewed, published or closed.", valueName: "stage"))
  var stage: String?
  @Option(help: ArgumentHelp("The one person who sees it through.", valueName: "name")) var owner: String?
  @Option(help: "Why, where it goes back.") var reason: String?

  func run() throws {
    guard stage != nil || owner != nil else { return try show() }
    let session = try Session.open(options)
    let id = try session.incident(incident)
    let wanted = try stage.map { text in
      guard let stage = ReviewStage(rawValue: text.replacing("-", with: "_")) else {
        let all = ReviewStage.allCases.map(\.rawValue).joined(separator: ", ")
        throw Trouble(.badInput, "\"\(text)\" is no stage: \(all).")
      }
      return stage
    }
    if let owner { try session.perform(.review(id, .own(person: owner)), json: options.json && wanted == nil) }
    if let wanted { try session.perform(.review(id, .move(to: wanted, reason: reason)), json: options.json) }
  }

  private func show() throws {
    guard let session = try Session.openForReading(options) else {
      throw Trouble(.noSuchIncident, "There is no incident \(incident).")
    }
    let id = try session.desk.incident(named: incident)
    let record = try session.desk.review(of: id)
    let draft = try session.desk.postMortem(of: id)
    if options.json { return Output.text(draft.json) }
    let open = record.actions.count { $0.state == .open }
    Output.line(
      "\(draft.label): \(record.stage.title.lowercased()), owner \(record.owner ?? "nobody"), "
        + (record.reviewedBy.map { "signed off by \($0), " } ?? "")
        + "\(draft.gaps.count) gaps, \(open) of \(record.actions.count) action items open"
        + (draft.reviewDue.map { ", review due \($0.rfc3339)" } ?? ""))
  }
}
