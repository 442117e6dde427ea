import Commands
import EventLog
import Incidents
import Testing

@testable import Screens

/// What a line in the composer records, and when it says that happened.
@Suite struct ComposerLineTests {
  static let now = IncidentStory.at("14:32")

  struct Case: Sendable, CustomStringConvertible {
    var line: String
    var target = ComposerIntent.Target.entry(.note)
    var text: String
    var at: String?
    var precision = Precision.minute
    var description: String { line }
  }

  static let cases: [Case] = [
    Case(line: "disk full", text: "disk full"),
    Case(line: "/var/lib full", text: "/var/lib full"),
    Case(line: "/decision roll back", target: .entry(.decision), text: "roll back"),
    Case(line: "/action restart", target: .entry(.action), text: "restart"),
    Case(line: "/observation flat", target: .entry(.observation), text: "flat"),
    Case(line: "/comms told sales", target: .entry(.comms), text: "told sales"),
    Case(line: "/note /decision is a word", target: .entry(.note), text: "/decision is a word"),
    Case(line: "/impact 1 in 8 fails", target: .impact, text: "1 in 8 fails"),
    Case(line: "/summary it broke", target: .summary, text: "it broke"),
    Case(line: "/can up | down | left", target: .report, text: "up | down | left"),
    Case(line: "/decisions were made", text: "/decisions were made"),
    Case(line: "-12m saw it first", text: "saw it first", at: "14:20"),
    Case(line: "-12m /decision keep", target: .entry(.decision), text: "keep", at: "14:20"),
    Case(line: "/decision -12m keep", target: .entry(.decision), text: "keep", at: "14:20"),
    Case(line: "-2h saw it", text: "saw it", at: "12:32", precision: .approximate),
    Case(line: "-1h30m saw it", text: "saw it", at: "13:02"),
    Case(line: "-1d saw it", text: "saw it", at: "20T14:32", precision: .approximate),
    Case(line: "02:41 saw it", text: "saw it", at: "02:41"),
    Case(line: "14:32 now", text: "now", at: "14:32"),
    Case(line: "14:33 yesterday", text: "yesterday", at: "20T14:33"),
    Case(line: "2:41 short", text: "short", at: "02:41"),
    Case(line: "- a dash", text: "- a dash"),
    Case(line: "-12 degrees", text: "-12 degrees"),
    Case(line: "-m strange", text: "-m strange"),
    Case(line: "24:00 no time", text: "24:00 no time"),
    Case(line: "12:5 no time", text: "12:5 no time"),
    Case(line: "-99999999999m far", text: "-99999999999m far"),
    Case(line: " -12m kept as text", text: "-12m kept as text"),
    Case(line: "-12m -2h only one counts", text: "-2h only one counts", at: "14:20"),
    Case(line: "", text: ""),
    Case(line: "/decision", target: .entry(.decision), text: ""),
  ]

  @Test(arguments: cases)
  func parses(_ line: Case) {
    let intent = ComposerLine.parse(line.line, now: Self.now)
    #expect(intent.target == line.target)
    #expect(intent.text == line.text)
    #expect(intent.time?.at == line.at.map(IncidentStory.at))
    if let time = intent.time { #expect(time.precision == line.precision) }
    #expect((intent.command == nil) == line.text.isEmpty)
  }

  static let zones: [(Span, String, String)] = [
    (Span.hours(1), "15:20 x", "14:20"), (.hours(1), "15:40 x", "20T14:40"), (.hours(1), "00:10 x", "20T23:10"),
    (.hours(-5), "09:00 x", "14:00"), (.hours(-5), "10:00 x", "20T15:00"), (.minutes(330), "20:00 x", "14:30"),
    (.hours(1), "14:20Z x", "14:20"), (.hours(1), "14:40Z x", "20T14:40"),
  ]

  /// A time of day is read in the displayed zone and is its most recent past there.
  @Test(arguments: zones)
  func readsTheDisplayedZone(offset: Span, line: String, expected: String) {
    #expect(ComposerLine.parse(line, now: Self.now, offset: offset).time?.at == IncidentStory.at(expected))
  }

  static let doubt = "is no time (02:41 or -12m is one) and stays in the text. Enter records:"

  static let echoed: [(String, Span, String)] = [
    ("disk full", Span.zero, "Enter records: note at 14:32, now"),
    ("-12m disk full", .zero, "Enter records: note at Sat 21 Nov 14:20 UTC, 12m ago"),
    ("-12m disk full", .hours(1), "Enter records: note at Sat 21 Nov 15:20, 14:20Z, 12m ago"),
    ("00:10 disk full", .hours(1), "Enter records: note at Sat 21 Nov 00:10, Fri 20 Nov 23:10Z, 15h ago"),
    ("/impact all fails", .zero, "Enter sets: impact, now"),
    ("-5m /impact all fails", .zero, "Enter sets: impact, now (a time in front counts for entries only)"),
    (
      "25:99 disk", .zero,
      "25:99 \(doubt) note at 14:32, now"
    ),
    (
      "/decision -12 keep", .zero,
      "-12 \(doubt) decision at 14:32, now"
    ),
    ("-12m 25:99 disk", .zero, "Enter records: note at Sat 21 Nov 14:20 UTC, 12m ago"),
    ("- a dash", .zero, "Enter records: note at 14:32, now"),
    ("-1d slow", .zero, "Enter records: note at Fri 20 Nov 14:32 UTC, 24h ago"),
    ("-25h slow", .zero, "Enter records: note at Fri 20 Nov 13:32 UTC, 25h ago: more than a day back"),
    ("/can", .zero, "CAN report: condition | actions | needs"),
    ("/decision", .zero, "decision at 14:32, now: write what happened"),
  ]

  @Test(arguments: echoed)
  func echoes(line: String, offset: Span, expected: String) {
    #expect(ComposerLine.parse(line, now: Self.now, offset: offset).echo(now: Self.now, offset: offset) == expected)
  }

  @Test(arguments: [
    ("/can up | down | left", "can up | down | left"), ("/can up", "can up | - | -"),
    ("/can | down |", "can - | down | -"),
    ("/can a|b|c|d", "can a | b | c|d"),
  ])
  func reports(line: String, expected: String) {
    let command = ComposerLine.parse(line, now: Self.now).command
    let words = command.map { ScreenScript.words(.incident(StreamID("incident", "x"), $0, revision: nil)) }
    #expect(words == "x " + expected)
  }

  @Test func aTimeBeforeTheImpactIsSaid() {
    let echo = { (line: String) in
      ComposerLine.parse(line, now: Self.now).echo(
        now: Self.now, offset: .zero, impactStart: IncidentStory.at("13:50"))
    }
    #expect(echo("13:40 x").hasSuffix("52m ago: before the impact began (13:50)"))
    #expect(echo("13:50 x").hasSuffix("42m ago"))
    #expect(echo("-2d x").hasSuffix("2d ago: more than a day back, before the impact began (13:50)"))
  }
}
