import EventLog
import Testing

@testable import Review

@Suite struct StatedTimeTests {
  /// The text, what is read of it ("2021-07-02 07:32 minute", with "?" for what is unknown), and what is left.
  @Test(arguments: [
    ("2021-07-02 07:32", "2021-7-2 7:32 minute"),
    ("2022-05-?? HH:mm", "2022-5-? ?:? unknown"),
    ("2025-02-27 9:10", "2025-2-27 9:10 minute"),
    ("~2025-03-03 19:30", "2025-3-3 19:30 approximate"),
    ("17:30-18:??", "? 17:30 approximate to 18:?"),
    ("14:51", "? 14:51 minute"),
    ("14:54:22 UTC", "? 14:54 exact UTC"),
    ("2:51 PM PST", "? 14:51 minute PST"),
    ("12:05 am", "? 0:05 minute"),
    ("2015-10-21T14:54:00Z", "2015-10-21 14:54 exact UTC"),
    ("2015-10-21T14:54:00.123+02:00", "2015-10-21 14:54 exact +02:00"),
    ("21 October 2015, 14:54 UTC", "2015-10-21 14:54 minute UTC"),
    ("October 21st, 2015 at 14:54 CEST", "2015-10-21 14:54 minute CEST"),
    ("Tuesday 9th of June 2020 11:00", "2020-6-9 11:00 minute"),
    ("**14:51** something", "? 14:51 minute"),
    ("[14:51] something", "? 14:51 minute"),
    ("ca. 12:30", "? 12:30 approximate"),
    ("around 12:30", "? 12:30 approximate"),
    ("2020/06/09 11:00", "2020-6-9 11:00 minute"),
    ("14:51 Europe/Copenhagen", "? 14:51 minute Europe/Copenhagen"),
    ("14:51 UTC+2", "? 14:51 minute UTC+2"),
    ("2020-06-09", "2020-6-9 ?:? unknown"),
  ])
  func isRead(text: String, expected: String) throws {
    let time = try #require(StatedTimeReader.read(text))
    func number(_ value: Int?) -> String { value.map(String.init) ?? "?" }
    func minutes(_ value: Int?) -> String { value.map { padded($0, 2) } ?? "?" }
    let day = time.day.map { "\($0.year)-\($0.month)-\(number($0.day))" } ?? "?"
    let end = time.endHour.map { " to \($0):\(minutes(time.endMinute))" } ?? ""
    let zone = time.zone.map { " \($0)" } ?? ""
    #expect("\(day) \(number(time.hour)):\(minutes(time.minute)) \(time.precision.rawValue)\(end)\(zone)" == expected)
  }

  @Test(arguments: ["--:--", "", "We saw", "12 hosts", "3. item", "v1.2.3 out", "100 %", "5xx", "25:00", "2020-13-40"])
  func isNone(text: String) { #expect(StatedTimeReader.read(text)?.hour == nil) }

  @Test(
    arguments: [
      ("5 minutes", 300), ("1h 30m", 5_400), ("2 hours and 5 minutes", 7_500), ("01:30:00", 5_400), ("90s", 90),
      ("1.5 hours", 5_400), ("~20 min", 1_200), ("371 minutes", 22_260), ("2 days (weekend)", 172_800),
    ] as [(String, Int64)])
  func lengthsAreRead(text: String, seconds: Int64) { #expect(StatedSpan.read(text) == .seconds(seconds)) }

  @Test(arguments: ["", "N/A", "a while", "5", "5 bananas", "unknown", "? minutes"])
  func otherWordsAreNoLength(text: String) { #expect(StatedSpan.read(text) == nil) }

  @Test(
    arguments: [("CET", 60), ("CEST", 120), ("UTC", 0), ("+02:00", 120), ("UTC-5", -300), ("GMT+0530", 330)]
      as [(String, Int64)])
  func zonesOfOneOffsetAreKnown(name: String, minutes: Int64) { #expect(ZoneName.offset(name) == .minutes(minutes)) }

  @Test func zonesAreFoundInSentences() {
    #expect(ZoneName.said(in: "All times in CET.") == "CET")
    #expect(ZoneName.said(in: "Time (UTC)") == "UTC")
    #expect(ZoneName.said(in: "Times are Europe/Copenhagen") == "Europe/Copenhagen")
    #expect(ZoneName.said(in: "We met the team") == nil)
  }
}
