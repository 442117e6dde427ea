import EventLog
import Testing

@Suite struct LetterContentTests {
  private let content = LetterContent(
    title: "SEV1 checkout", text: "one\n\ntwo\n", short: "s", action: .trigger, urgency: .critical, subject: "sitrep/1",
    details: ["a": "b"], publicStatus: "investigating")

  @Test func aDrillIsOnEveryLineAndWakesNobodyLoudly() {
    let drill = content.markedAsDrill
    #expect(drill.title == "DRILL: SEV1 checkout" && drill.short == "DRILL: s")
    #expect(drill.text == "DRILL: one\n\nDRILL: two\n")
    #expect(drill.urgency == .info && drill.action == .trigger && drill.subject == content.subject)
    #expect(drill.markedAsDrill == drill)
  }

  @Test func itComesBackFromItsText() {
    #expect(PayloadText.decode(LetterContent.self, from: PayloadText.encode(content)) == content)
  }
}
