import EventLog
import Incidents
import Testing

@testable import Commands

@Suite struct PageLineTests {
  private let contacts = [
    Contact(name: "jon", channels: ["phones", "mail"], phone: "+49 30 1"),
    Contact(name: "jonas", channels: ["mail"]),
    Contact(name: "mira", phone: "+49 30 2"),
    Contact(name: "tom"),
  ]

  @Test(
    arguments: [
      ("", "Whom? A name or its beginning, then a word why: jon (+49 30 1), jonas, mira (+49 30 2), tom."),
      ("jon", "Enter pages jon about #41 by phones and mail. To dial by hand: +49 30 1."),
      ("JON the pool is empty", "Enter pages jon about #41 by phones and mail. To dial by hand: +49 30 1."),
      ("@jona:", "Enter pages jonas about #41 by mail."),
      ("jo", "jo may be several: jon, jonas."),
      ("m", "Nothing reaches mira: Enter only puts on record that they are wanted for #41. To dial by hand: +49 30 2."),
      (
        "t",
        "Nothing reaches tom: Enter only puts on record that they are wanted for #41. oncall.yaml has no number of tom."
      ),
      ("lea", "oncall.yaml knows no lea: jon, jonas, mira, tom."),
    ])
  func theLineSaysWhatEnterWouldDo(_ text: String, _ words: String) {
    #expect(PageLine.preview(text, contacts: contacts, about: "41") == words)
  }

  @Test func whoHasAnotherPagerIsTold() {
    #expect(
      PageLine.preview("jon", contacts: contacts, about: "41", beside: PagerRow(name: "pagerduty"))
        == "Enter pages jon about #41 by phones and mail. pagerduty wakes people for it; this page is one beside it. "
        + "To dial by hand: +49 30 1.")
  }

  @Test func whoIsMeantIsPagedForTheReasonThatFollows() throws {
    let page = try PageLine.parse("mi the pool is empty", contacts: contacts)
    #expect(page.people == ["mira"] && page.reason == "the pool is empty")
    #expect(try PageLine.parse("jon", contacts: contacts).reason == nil)
    #expect(throws: Trouble.self) { try PageLine.parse("jo x", contacts: contacts) }
    #expect(throws: Trouble.self) { try PageLine.parse("lea x", contacts: contacts) }
    #expect(throws: Trouble.self) { try PageLine.parse("mira", contacts: []) }
  }

  @Test func whoWasNotPagedIsNamedWithTheNumberToDial() {
    let jon = Contact(name: "jon", phone: "+49 30 1")
    #expect(
      PagingRow.Unpaged(contact: jon, isUnknown: false, because: "It answered 404.").words(about: "41")
        == "NO PAGE to jon about #41: It answered 404; dial +49 30 1")
    #expect(
      PagingRow.Unpaged(contact: Contact(name: "tom"), isUnknown: true, because: nil).words(about: "41")
        == "UNKNOWN whether tom was paged about #41; oncall.yaml has no number of tom")
  }
}
