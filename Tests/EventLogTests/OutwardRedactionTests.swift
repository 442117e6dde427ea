import EventLog
import Testing

@Suite struct OutwardRedactionTests {
  private let redaction = OutwardRedaction([#"(?i)\bpassword\s*[=:]\s*\S+"#, #"\bAKIA[0-9A-Z]{16}\b"#])

  @Test func everyFieldThatSomebodyWroteIsBlanked() {
    let slip = "login with password=hunter2 fails"
    let content = LetterContent(
      title: slip, text: "\(slip)\nkey AKIAABCDEFGHIJKLMNOP, PASSWORD: x", short: slip, action: .trigger,
      urgency: .critical, subject: "sitrep/one", service: "api", link: "https://ops.example.org/1",
      details: ["because": slip])
    let blanked = redaction.blanked(content)
    #expect(blanked.title == "login with [redacted] fails" && blanked.short == blanked.title)
    #expect(blanked.text == "login with [redacted] fails\nkey [redacted], [redacted]")
    #expect(blanked.details == ["because": blanked.title])
    #expect(blanked.subject == content.subject && blanked.service == "api" && blanked.link == content.link)
    #expect(blanked.action == .trigger && blanked.urgency == .critical)
    #expect(redaction.blanked(blanked) == blanked)
  }

  @Test func aLinkWithASecretIsLeftOut() {
    let content = LetterContent(title: "x", text: "x", subject: "s", link: "https://ops.example.org/?password=hunter2")
    #expect(redaction.blanked(content).link == nil)
  }

  @Test func withoutPatternsNothingChanges() {
    let content = LetterContent(title: "password=hunter2", text: "x", subject: "s")
    #expect(OutwardRedaction().blanked(content) == content)
    #expect(OutwardRedaction(["("]).blanked(content) == content)
  }
}
