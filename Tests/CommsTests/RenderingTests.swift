import EventLog
import Incidents
import TestSupport
import Testing

@testable import Comms

@Suite struct RenderingTests {
  @Test func slackReadsItsThreeCharactersAsText() {
    #expect(SlackText.sections("a < b & c > <!channel>") == ["a &lt; b &amp; c &gt; &lt;!channel&gt;"])
    #expect(SlackText.sections("a\n\nb") == ["a\n\nb"])
    #expect(SlackText.sections("") == [""])
  }

  @Test(arguments: [2_999, 3_000, 3_001, 9_000, 200_000])
  func slacksLimitsHold(length: Int) {
    let text = String(String(repeating: "word & ", count: length / 7 + 1).prefix(length))
    let sections = SlackText.sections(text)
    #expect(sections.allSatisfy { $0.count <= SlackText.longestSection } && sections.count <= SlackText.mostSections)
    if length <= 9_000 {
      let plain = sections.joined(separator: " ").replacing("&amp;", with: "&")
      #expect(plain.split(separator: " ") == text.split(separator: " "))
    } else {
      #expect(sections.last == "…")
    }
    #expect(SlackText.sections(String(repeating: "x", count: length)).allSatisfy { $0.count <= 3_000 })
  }

  @Test func aStatusPageHasItsLimits() {
    let long = StatusPageText(
      Sample.draft(String(repeating: "ab ", count: 10_000), title: "a\nb " + String(repeating: "x", count: 300)))
    #expect(long.name.count == 255 && long.name.hasPrefix("a b xxx") && long.name.hasSuffix("…"))
    #expect(long.body.count <= 25_000 && long.body.hasSuffix("…"))
    let short = StatusPageText(Sample.draft("Text"))
    #expect(short.name == "Checkout fails" && short.status == "identified" && short.body == "Text")
  }

  @Test func aMailHasOneLineOfSubject() {
    let mail = MailText(
      Sample.draft("One\n" + String(repeating: "word ", count: 40), title: "Two\r\nBcc: x", audience: .team))
    #expect(mail.subject == "[SEV1 #4] Identified: Two Bcc: x")
    #expect(mail.body.split(separator: "\n").allSatisfy { $0.count <= 76 } && mail.body.hasPrefix("One\nword"))
    let address = "https://status.example.com/" + String(repeating: "x", count: 90)
    #expect(MailText(Sample.draft("See \(address) for more")).body == "See\n\(address)\nfor more")
    #expect(MailText(Sample.draft("x")).subject == "Identified: Checkout fails")
  }

  @Test(arguments: [10, 100, 130, 160, 161, 500])
  func aShortMessageKeepsTheNextTime(length: Int) {
    let text = String(String(repeating: "payments fail ", count: 50).prefix(length))
    let short = ShortText.text(Sample.draft(text), now: .at("14:00"))
    #expect(ShortText.length(short) <= 160 && short.hasSuffix("Next by 14:30 UTC"))
    #expect(short.hasPrefix("Identified: payments"))
    if length > 130 { #expect(short.contains("... Next")) }
  }

  @Test(
    arguments: [
      ("It’s “down” – wait…", "It's \"down\" - wait..."), ("Žižkov łódź", "Zizkov lodz"), ("äöüß à é", "äöüß à é"),
      ("日本", "??"), ("a€b", "a€b"), ("cafe\u{301}", "café"), ("`x`\ty", "'x' y"),
    ])
  func theAlphabetOfShortMessages(text: String, gsm: String) {
    #expect(ShortText.gsm(text) == gsm)
  }

  @Test func someCharactersCountTwice() {
    #expect(ShortText.length("a€[]") == 7)
    let short = ShortText.text(Sample.draft(String(repeating: "[€] ", count: 60)), now: .at("14:00"))
    #expect(ShortText.length(short) <= 160)
  }

  @Test func eachFormIsTheTextAlone() {
    let draft = Sample.draft("a & b")
    #expect(MessageFormat.text.text(of: draft, now: .at("14:00")) == "a & b")
    #expect(MessageFormat.slack.text(of: draft, now: .at("14:00")) == "a &amp; b")
    #expect(
      MessageFormat.mail.text(of: draft, now: .at("14:00")).hasPrefix("Subject: Identified: Checkout fails\n\na & b"))
    #expect(MessageFormat.statuspage.text(of: draft, now: .at("14:00")) == "Checkout fails\nidentified\n\na & b")
    #expect(MessageFormat.sms.text(of: draft, now: .at("14:00")) == "Identified: a & b Next by 14:30 UTC")
  }
}
