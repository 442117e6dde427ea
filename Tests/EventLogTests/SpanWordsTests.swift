import EventLog
import Testing

/// Lengths of time as people read them.
@Suite struct SpanWordsTests {
  static let lengths: [(Int64, String)] = [
    (0, "0s"), (42, "42s"), (59, "59s"), (60, "1m"), (17 * 60 + 48, "17m"), (119 * 60, "119m"), (7_200, "2h"),
    (47 * 3_600, "47h"), (48 * 3_600, "2d"), (-125, "2m"),
  ]

  @Test(arguments: lengths)
  func spans(seconds: Int64, expected: String) { #expect(SpanWords.short(.seconds(seconds)) == expected) }

  @Test(arguments: [(0, "0s"), (90, "90s"), (900, "15m"), (5_400, "90m"), (14_400, "4h"), (604_800, "7d")])
  func rules(seconds: Int64, expected: String) { #expect(Span.seconds(seconds).words == expected) }
}
