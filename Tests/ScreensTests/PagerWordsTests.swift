import Commands
import EventLog
import Incidents
import Testing

@testable import Screens

/// Whose pager it is, and what that pager said last, as each kind of screen has it.
@Suite struct PagerWordsTests {
  private static let now = IncidentStory.at("14:32")

  private static func row(_ pager: PagerRow?, _ status: Status = .triggered) -> IncidentRow {
    IncidentRow(
      id: StreamID("incident", "a"), number: 42, label: "42", revision: 1, title: "Too many errors", severity: .sev1,
      isSeverityConfirmed: true, status: status, service: "checkout", openedAt: now - .minutes(9), pager: pager)
  }

  private static let told = PagerRow(name: "pagerduty", word: "acknowledged by lea", at: now - .minutes(4))

  @Test(arguments: [
    (PagerRow(name: "pagerduty"), "pagerduty pages, no word from it", "pagerduty pages"),
    (PagerRow(name: nil), "another pager pages, no word from it", "another pager pages"),
    (told, "pagerduty: acknowledged by lea 4m ago", "pagerduty: ack lea"),
  ])
  func itsWords(pager: PagerRow, whole: String, short: String) {
    #expect(pager.words(at: Self.now) == whole && pager.short == short)
  }

  @Test func aListSaysItBehindTheTitle() {
    #expect(Self.row(Self.told).pagerWords(width: 41) == " [pagerduty: ack lea]")
    // That it is another's stays, however narrow it gets.
    #expect(Self.row(Self.told).pagerWords(width: 40) == " [pagerduty]")
    #expect(Self.row(Self.told).pagerWords(width: 20) == " [ext]")
    #expect(Self.row(nil).pagerWords(width: 100).isEmpty)
    #expect(Self.row(Self.told, .resolved).pagerWords(width: 100).isEmpty)
  }

  @Test func plainLinesSayIt() {
    let lines = PlainScreen.table(of: [Self.row(Self.told)], now: Self.now)
    #expect(lines.last?.hasSuffix("Too many errors [pagerduty: ack lea]") == true, "\(lines)")
  }
}
