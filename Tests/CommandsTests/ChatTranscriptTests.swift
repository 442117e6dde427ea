import Commands
import EventLog
import Incidents
import Testing

/// Chats as people copy them, and as Slack exports them.
@Suite struct ChatTranscriptTests {
  private let now = Instant(rfc3339: "2026-11-21T14:32:00Z") ?? Instant(milliseconds: 0)

  private func read(_ text: String, offset: Span = .zero) throws -> ChatTranscript {
    try ChatTranscript.parse(text, now: now, offset: offset).get()
  }

  private func words(_ transcript: ChatTranscript) -> [String] {
    transcript.lines.map { "\($0.at.rfc3339.dropLast(5)) \($0.precision.rawValue) \($0.person): \($0.text)" }
  }

  @Test(arguments: [
    ("[14:02] lea: rolled back", "2026-11-21T14:02:00 minute lea: rolled back"),
    ("14:02 lea rolled back", "2026-11-21T14:02:00 minute lea: rolled back"),
    ("14:02 lea: it is 14:05 now: late", "2026-11-21T14:02:00 minute lea: it is 14:05 now: late"),
    ("[14:02:09] <lea> rolled back", "2026-11-21T14:02:09 exact lea: rolled back"),
    ("2026-11-20 23:58 Lea Marin: rolled back", "2026-11-20T23:58:00 minute Lea Marin: rolled back"),
    ("lea  2:02 PM\nrolled back\nand waited", "2026-11-21T14:02:00 minute lea: rolled back and waited"),
    ("Lea Marin  [12:07 AM]\nrolled back", "2026-11-21T00:07:00 minute Lea Marin: rolled back"),
    ("lea 14:02\nrolled back", "2026-11-21T14:02:00 minute lea: rolled back"),
    ("--- 2026-11-19 ---\n14:02 lea: old", "2026-11-19T14:02:00 minute lea: old"),
    ("23:50 lea: yesterday", "2026-11-20T23:50:00 minute lea: yesterday"),
  ])
  func aLine(_ text: String, _ expected: String) throws {
    #expect(words(try read(text)) == [expected])
  }

  @Test func linesOfOneNightKeepTheirOrderAcrossMidnight() throws {
    let transcript = try read("23:58 a: one\n00:10 b: two\n00:09 a: a little late\n02:00 b: three")
    #expect(
      transcript.lines.map { String($0.at.rfc3339.dropLast(8)) } == [
        "2026-11-20T23:58", "2026-11-21T00:10", "2026-11-21T00:09", "2026-11-21T02:00",
      ])
  }

  @Test func timesOfDayAreOfTheShownZone() throws {
    #expect(words(try read("15:02 lea: here", offset: .hours(1))) == ["2026-11-21T14:02:00 minute lea: here"])
  }

  @Test func whatIsNobodysIsCounted() throws {
    let transcript = try read("Messages in #inc-42\n14:02 lea: rolled back\n14:03 25:99\nmira  2:04 PM\n")
    #expect(transcript.lines.map(\.text) == ["rolled back 14:03 25:99"])
    #expect(transcript.skipped == 2)
  }

  @Test(arguments: ["", "nothing here", "[1, 2]", "{\"messages\": []}", "14:02", "25:10 lea: no such time"])
  func nothingToTakeOverIsSaid(_ text: String) {
    #expect(throws: Trouble.self) { try read(text) }
  }

  @Test func aSlackExportIsExact() throws {
    let text = """
      [{"type":"message","user":"U1","user_profile":{"display_name":"lea","real_name":"Lea Marin"},
        "ts":"1795269720.000200","text":"look at <https://graph.example/1|the graph> &amp; wait, <@U2>"},
       {"type":"message","subtype":"channel_join","user":"U2","ts":"1795269721.000100","text":"<@U2> has joined"},
       {"type":"message","user":"U2","user_profile":{"display_name":"","real_name":"jon"},"ts":"1795269780.500",
        "text":"1 &lt; 2"},
       {"type":"message","subtype":"bot_message","username":"deploys","ts":"1795269600","text":"api 412 is out"},
       {"type":"message","user":"U9","ts":"nonsense","text":"when?"}]
      """
    let transcript = try read(text)
    #expect(transcript.source == "slack export" && transcript.skipped == 2)
    #expect(
      transcript.lines.map { "\($0.person): \($0.text)" } == [
        "deploys: api 412 is out", "lea: look at the graph (https://graph.example/1) & wait, @jon", "jon: 1 < 2",
      ])
    #expect(transcript.lines.allSatisfy { $0.precision == .exact })
    #expect(transcript.lines.last?.at.milliseconds == 1_795_269_780_500)
  }

  /// Whatever is pasted, reading it ends, and nothing lies in the future of the paste.
  @Test func anyTextIsRead() {
    let parts = [
      "14:02 ", "lea", ": ", "[", "]", "\n", "2:02 PM", "2026-11-21", "<", ">", " ", "x", "{\"", "\u{301}", "99:99",
    ]
    var seed: UInt64 = 7
    for _ in 0..<2_000 {
      var text = ""
      for _ in 0..<12 {
        seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        text += parts[Int(seed >> 33) % parts.count]
      }
      guard case .success(let transcript) = ChatTranscript.parse(text, now: now) else { continue }
      #expect(!transcript.lines.isEmpty)
      for line in transcript.lines where !text.contains("2026") { #expect(line.at <= now, "\(text)") }
    }
  }
}
