import EventLog
import TestSupport
import Testing

@Suite("RFC 3339 times")
struct InstantRFC3339Tests {
  @Test(
    "are read with any offset and any fraction",
    arguments: [
      ("1970-01-01T00:00:00Z", 0),
      ("2026-11-21T03:31:00.000Z", 1_795_231_860_000),
      ("2026-11-21t03:31:00z", 1_795_231_860_000),
      ("2026-11-21 03:31:00Z", 1_795_231_860_000),
      ("2026-11-21T03:31Z", 1_795_231_860_000),
      ("2026-11-21T04:31:00+01:00", 1_795_231_860_000),
      ("2026-11-20T22:01:00-05:30", 1_795_231_860_000),
      ("2026-11-21T03:31:00-00:00", 1_795_231_860_000),
      ("2026-11-21T03:31:00.1Z", 1_795_231_860_100),
      ("2026-11-21T03:31:00.12Z", 1_795_231_860_120),
      ("2026-11-21T03:31:00.123456789Z", 1_795_231_860_123),
      ("2026-11-21T03:31:00.9999999999999999999999Z", 1_795_231_860_999),
      ("2016-12-31T23:59:60Z", 1_483_228_800_000),
      ("2024-02-29T00:00:00Z", 1_709_164_800_000),
      ("2000-02-29T12:00:00Z", 951_825_600_000),
      ("1969-12-31T23:59:59.999Z", -1),
      ("0001-01-01T00:00:00Z", -62_135_596_800_000),
      ("9999-12-31T23:59:59.999Z", 253_402_300_799_999),
    ] as [(String, Int64)])
  func reads(text: String, milliseconds: Int64) {
    #expect(Instant(rfc3339: text)?.milliseconds == milliseconds)
  }

  @Test(
    "are refused where they name no moment that could be written down again",
    arguments: [
      "", "2026", "2026-11-21", "2026-11-21T03:31:00", "2026-11-21T03:31:00+01", "2026-11-21T03:31:00+0100",
      "2026-13-01T00:00:00Z", "2026-00-01T00:00:00Z", "2026-04-31T00:00:00Z", "2026-02-29T00:00:00Z",
      "1900-02-29T00:00:00Z", "2026-01-00T00:00:00Z", "2026-01-01T24:00:00Z", "2026-01-01T00:60:00Z",
      "2026-01-01T00:00:61Z", "2026-01-01T00:00:00.Z", "2026-01-01T00:00:00,5Z", "2026-01-01T00:00:00+24:00",
      "2026-01-01T00:00:00+00:60", "2026-01-01T00:00:00Zx", " 2026-01-01T00:00:00Z", "+2026-01-01T00:00:00Z",
      "0000-01-01T00:00:00Z", "10000-01-01T00:00:00Z", "2026-1-01T00:00:00Z", "٢٠٢٦-01-01T00:00:00Z",
      "0001-01-01T00:00:00+01:00", "9999-12-31T23:59:59-00:01", "9999-12-31T23:59:60Z",
    ])
  func refuses(text: String) {
    #expect(Instant(rfc3339: text) == nil)
  }

  @Test("come back as they were written")
  func roundTrip() throws {
    var numbers = SeededNumbers(seed: 1)
    for _ in 0..<5_000 {
      let instant = Instant(milliseconds: .random(in: -62_135_596_800_000...253_402_300_799_999, using: &numbers))
      #expect(Instant(rfc3339: instant.rfc3339) == instant)
      #expect(instant.rfc3339.utf8.count == 24)
    }
  }

  @Test("stand in payloads as text")
  func coding() {
    #expect(PayloadText.encode([Instant.at("03:31")]) == #"["2026-11-21T03:31:00.000Z"]"#)
    #expect(PayloadText.decode([Instant].self, from: #"["2026-11-21T04:31:00+01:00"]"#) == [.at("03:31")])
    #expect(PayloadText.decode([Instant].self, from: #"["soon"]"#) == nil)
  }
}
