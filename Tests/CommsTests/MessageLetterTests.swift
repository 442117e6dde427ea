import EventLog
import Incidents
import TestSupport
import Testing

@testable import Comms

@Suite struct MessageLetterTests {
  private func letter(_ form: MessageWay.Form, _ draft: MessageDraft) -> Letter {
    Letter(
      draft, by: MessageWay(channel: "c", form: form, recipient: "r", isRepeatable: true),
      incident: StreamID("incident", "k1"), now: .at("10:05"))
  }

  @Test func eachFormShowsWhatItsChannelCan() throws {
    let scenario = try Sample.incident()
    let inside = try Sample.draft(scenario, .team)
    let chat = letter(.chat, inside).content
    #expect(chat.title == "SEV1 #4 Checkout fails: Investigating")
    #expect(chat.text.hasPrefix("We are looking into problems") && !chat.text.contains("SEV1 #4"))
    #expect(chat.details == ["severity": "SEV1", "audience": "internal"] && chat.subject == "sitrep/k1")
    let mail = letter(.mail, inside)
    #expect(mail.content.title == "[SEV1 #4] Investigating: Checkout fails")
    #expect(mail.recipient == "r" && mail.isRepeatable)
    #expect(try #require(mail.content.short).count <= 160)
    let page = letter(.page, try Sample.draft(scenario)).content
    #expect(
      page.title == "Problems with checkout" && page.publicStatus == "investigating" && page.publicImpact == "critical")
    #expect(page.details.isEmpty && page.service == nil && page.link == nil && page.action == .update)
    var over = try Sample.draft(scenario)
    over.state = .resolved
    #expect(letter(.notice, over).content.action == .resolve)
  }

  @Test func oneDraftIsOneRecordWithEveryLetter() throws {
    let draft = try Sample.draft(try Sample.incident(), .management)
    let ways = [
      MessageWay(channel: "mail", form: .mail, recipient: "a@example.org"),
      MessageWay(channel: "mail", form: .mail, recipient: "b@example.org"), MessageWay(channel: "chat", form: .chat),
    ]
    let send = SendMessage(draft, by: ways, incident: StreamID("incident", "k1"), now: .at("10:05"))
    #expect(send.channel == "mail, chat" && send.letters.map(\.channel) == ["mail", "mail", "chat"])
    #expect(send.text == draft.text && send.nextUpdateAt == draft.nextUpdateAt && send.moment == .first)
    #expect(SendMessage(draft, carriedBy: "phone").letters.isEmpty)
  }

  @Test(
    "A template of one's own names what is wrong in it",
    arguments: [
      ("{{sentence}}", []), ("{{sentence}}{{#is_final}}\n{{data_loss}}{{/is_final}}", []),
      ("{{! a remark }}{{sentence}}", []), ("{{sentense}} {{sentence}}", ["a message knows no 'sentense'"]),
      ("{{sentence}}\n{{^impact}}x{{/impact}}\n{{#what}}{{/what}}", ["a message knows no 'what'"]),
      ("It is broken.", ["it has no {{sentence}}, so nobody could say anything of their own"]),
    ] as [(String, [String])])
  func templates(_ text: String, _ problems: [String]) {
    #expect(MessageTemplate.problems(in: text).map(\.message) == problems)
  }

  @Test func aTemplateThatCannotBeReadSaysWhere() {
    let problems = MessageTemplate.problems(in: "{{sentence}}\n{{#is_final}}\nnever closed")
    #expect(problems.count == 1 && problems[0].message.hasPrefix("it cannot be read"))
    for audience in Audience.allCases {
      #expect(MessageTemplate.problems(in: MessageTemplate.text(for: audience)) == [])
    }
  }
}
