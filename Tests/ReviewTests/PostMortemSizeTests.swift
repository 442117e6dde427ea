import EventLog
import Testing

@testable import Review

struct PostMortemSizeTests {
  /// The work grows with the entries, not with their square: ten times the entries are told in full and in order.
  /// How long it takes is measured by the benchmarks.
  @Test func tellsTenThousandEntries() throws {
    var material = Sample.material
    let people = ["mira", "lea", "jon", "ola"]
    material.entries = []
    for number in 0..<10_000 {
      let kind = number % 7 == 0 ? "decision" : "note"
      let time = Sample.at(4) + .milliseconds(Int64(number) * 250)
      let text = "entry \(number) | by @\(people[(number + 1) % 4]) of api_1"
      material.entries.append(Sample.entry(Int64(number + 1), kind, people[number % 4], time, text))
    }
    let draft = PostMortem.draft(material)
    #expect(draft.timeline.count { $0.event != nil } == 10_000)
    let text = try draft.markdown()
    #expect(text.contains("entry 9999 \\| by the commander of api_1"))
    #expect(PayloadText.decode(JSONValue.self, from: draft.json)?["timeline"] != nil)
  }
}
