import EventLog
import Incidents
import Testing

@testable import Screens

/// Durations, times and names as every screen says them.
@Suite struct WordsTests {
  static let countdowns: [(Int64, String)] = [
    (240, "update 4m"), (42, "update 42s"), (0, "update 0s"), (-1, "update +1s !"), (-120, "update +2m !"),
  ]

  @Test(arguments: countdowns)
  func promises(left: Int64, expected: String) {
    let now = IncidentStory.at("14:32")
    let deadline = Deadline(kind: Clocks.update, dueAt: now + .seconds(left), rule: "")
    #expect(DeadlineWords.cell(deadline, now: now) == expected)
  }

  @Test func theSignOfWhatIsOverdueGoesLast() {
    let now = IncidentStory.at("14:32")
    let deadline = Deadline(kind: Clocks.update, dueAt: now - .minutes(119), rule: "")
    #expect(DeadlineWords.cell(deadline, now: now, width: 14) == "update +119m !")
    #expect(DeadlineWords.cell(deadline, now: now, width: 13) == "update +119m!")
  }

  @Test(arguments: [
    ("5xx ratio on checkout", 30, "5xx ratio on checkout"), ("5xx ratio on checkout", 15, "5xx ratio on…"),
    ("5xx ratio on checkout", 17, "5xx ratio on…"), ("incomprehensibilities here", 10, "incompreh…"),
    ("a incomprehensibilities", 12, "a incompreh…"), ("日本語の題名です", 7, "日本語…"), ("abc", 0, ""), ("abc", 1, "…"),
    ("the queue, then the disk", 13, "the queue…"),
  ])
  func shortening(text: String, width: Int, expected: String) {
    let short = Shortening.words(text, width: width, glyphs: .unicode)
    #expect(short == expected)
    #expect(Sanitizer.width(of: short) <= width)
  }

  @Test func asciiShortensWithATilde() {
    #expect(Shortening.words("5xx ratio on checkout", width: 15, glyphs: .ascii) == "5xx ratio on~")
  }

  @Test func timesTellTheirDayWhereItIsNotToday() {
    let now = IncidentStory.at("14:32")
    #expect(ClockWords.near(IncidentStory.at("02:10"), now: now, offset: .zero) == "02:10")
    #expect(ClockWords.near(IncidentStory.at("20T23:30"), now: now, offset: .zero) == "Fri 20 Nov 23:30")
    #expect(ClockWords.near(IncidentStory.at("20T23:30"), now: now, offset: .hours(1)) == "00:30")
    #expect(ClockWords.utc(now) == "14:32Z")
  }

  @Test(arguments: [("ack", "Acknowledge"), ("pm", "Post-mortem"), ("rb", "Runbook")])
  func fuzzyFinds(typed: String, text: String) { #expect(FuzzyMatch.score(typed, in: text) != nil) }

  @Test func fuzzyPrefersBeginnings() throws {
    #expect(FuzzyMatch.score("xyz", in: "Acknowledge") == nil)
    let begins = try #require(FuzzyMatch.score("re", in: "Resolve"))
    let within = try #require(FuzzyMatch.score("re", in: "Declare"))
    #expect(begins > within)
  }
}
