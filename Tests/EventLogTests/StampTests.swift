import EventLog
import TestSupport
import Testing

@Suite("Stamps")
struct StampTests {
  @Test("are ordered by milliseconds, then counter, then node")
  func order() {
    let ordered = [
      Stamp(milliseconds: 1, counter: 9, node: "z"), Stamp(milliseconds: 2, counter: 0, node: "b"),
      Stamp(milliseconds: 2, counter: 1, node: "a"), Stamp(milliseconds: 2, counter: 1, node: "b"),
    ]
    #expect(ordered.reversed().sorted() == ordered)
  }

  @Test(
    "follow the wall clock, and count on where it stands or goes back",
    arguments: [
      (nil, 100, 100, 0), (Stamp(milliseconds: 99, counter: 5, node: "b"), 100, 100, 0),
      (Stamp(milliseconds: 100, counter: 5, node: "b"), 100, 100, 6),
      (Stamp(milliseconds: 5_000, counter: 0, node: "b"), 100, 5_000, 1),
    ] as [(Stamp?, Int64, Int64, Int64)])
  func next(last: Stamp?, now: Int64, milliseconds: Int64, counter: Int64) {
    let next = Stamp.next(after: last, now: Instant(milliseconds: now), node: "a")
    #expect(next == Stamp(milliseconds: milliseconds, counter: counter, node: "a"))
  }

  @Test("never come out before the last, whatever the clock does")
  func monotone() {
    var numbers = SeededNumbers(seed: 3)
    var last: Stamp?
    for _ in 0..<2_000 {
      let now = Instant(milliseconds: .random(in: 0...50, using: &numbers))
      let next = Stamp.next(after: last, now: now, node: ["a", "b"].randomElement(using: &numbers) ?? "a")
      if let last { #expect(next > last) }
      #expect(next.milliseconds >= now.milliseconds)
      last = next
    }
  }
}
