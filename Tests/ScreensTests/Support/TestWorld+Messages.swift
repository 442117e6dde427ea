import Commands
import Comms
import EventLog
import Incidents

@testable import Screens

/// What people are told of that afternoon.
extension TestWorld {
  func messages(of id: StreamID) -> Result<Answer, Trouble> {
    guard let story = stories[id] else { return .failure(Trouble(.noSuchIncident, "There is no such incident.")) }
    let incident = story.incident
    return .success(
      .messages(
        DraftPage(
          id: id,
          material: DraftMaterial(
            incident: incident, label: String(incident.number), sent: SentText.all(in: story.events), now: now,
            clocks: story.clocks),
          policy: CommsPolicy(), ways: ways, people: ["mira", "jon", "lea"],
          clocks: UpdateClock.allCases.compactMap { clock in
            let deadline = incident.deadlines.open(clock.kind)
            return deadline.map { CommsRow.Clock(clock: clock, deadline: $0, lastAt: clock.last(incident)) }
          }, claims: claims, mayApprove: mayApprove)))
  }

  /// The afternoon where chat and a status page are at hand.
  static func telling(
    _ change: (inout IncidentStory) throws -> Void = { _ in }
  ) throws -> TestWorld {
    var world = try afternoon()
    world.ways = [
      .team: [MessageWay(channel: "team-chat", form: .chat)],
      .everyone: [MessageWay(channel: "hosted", form: .page, isRepeatable: true)],
      .management: [MessageWay(channel: "mail", form: .mail, recipient: "board@example.org")],
    ]
    let id = StreamID("incident", "n42")
    if var story = world.stories[id] {
      try change(&story)
      world.stories[id] = story
      world.details[id]?.row = story.row
      for place in world.rows.indices where world.rows[place].id == id { world.rows[place] = story.row }
    }
    return world
  }

  /// A message to the team that reached nobody, while somebody else writes the next.
  static func unheard() throws -> TestWorld {
    let at = IncidentStory.at
    var world = try telling { story in
      var message = SendMessage("SEV1 #42 checkout: Investigating\nStill looking.", to: .team, by: "team-chat, mail")
      message.letters = ["team-chat", "mail"].map {
        Letter(key: "", channel: $0, content: LetterContent(title: "t", text: "x", subject: "s"))
      }
      try story.perform(message, by: "lea", at: at("14:28"))
      guard let id = story.incident.messages.last?.id else { return }
      for way in 0...1 {
        let failed = RecordPage.Result.failed(because: "The receiver answered 404.", isFinal: true)
        try story.perform(RecordMessage(message: id, way: way, result: failed), by: "rule", at: at("14:29"))
      }
    }
    world.claims = [DraftClaim(person: "tom", audience: .team, since: at("14:30"), seenAt: at("14:30"))]
    return world
  }

  /// A text for the public that the commander has approved.
  static func approved() throws -> TestWorld {
    try telling { story in
      let text = "Investigating: Some checkouts fail.\n\nNext update by 14:45 UTC"
      try story.perform(ApproveMessage(text, for: .everyone), by: "lea", at: IncidentStory.at("14:31"))
    }
  }
}
