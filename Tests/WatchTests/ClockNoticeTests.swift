import EventLog
import Testing

@testable import Watch

@Suite struct ClockNoticeTests {
  private let start = ClockReading(wall: Instant(milliseconds: 0), running: .zero, awake: .zero)

  private func notices(wall: Span, running: Span, awake: Span, asked: Span) -> [ClockNotice] {
    ClockNotice.between(
      start, ClockReading(wall: Instant(milliseconds: 0) + wall, running: running, awake: awake), asked: asked)
  }

  @Test func anEverydayWaitIsNothing() {
    let minute = Span.minutes(1)
    #expect(notices(wall: minute, running: minute, awake: minute, asked: minute).isEmpty)
    #expect(notices(wall: minute + .seconds(2), running: minute, awake: minute - .seconds(2), asked: minute).isEmpty)
    #expect(notices(wall: .zero, running: .zero, awake: .zero, asked: minute).isEmpty)
  }

  @Test func eachKindOfGapIsTold() {
    let minute = Span.minutes(1)
    #expect(
      notices(wall: .hours(2) + minute, running: minute, awake: minute, asked: minute) == [.jumped(.hours(2))])
    #expect(notices(wall: -.hours(1), running: minute, awake: minute, asked: minute) == [.jumped(-.minutes(61))])
    #expect(notices(wall: .hours(8), running: .hours(8), awake: minute, asked: minute) == [.slept(.minutes(479))])
    #expect(
      notices(wall: .minutes(3), running: .minutes(3), awake: .minutes(3), asked: minute) == [.heldUp(.minutes(2))])
    #expect(
      notices(wall: .hours(1), running: .hours(2), awake: .hours(1), asked: minute)
        == [.jumped(-.hours(1)), .slept(.hours(1)), .heldUp(.minutes(59))])
  }

  @Test func eachIsASentence() {
    for notice in [ClockNotice.jumped(.hours(1)), .jumped(-.hours(1)), .slept(.hours(1)), .heldUp(.hours(1))] {
      #expect(notice.sentence.hasSuffix(".") && notice.sentence.contains("1h") || notice.sentence.contains("60m"))
    }
    #expect(ClockNotice.jumped(-.hours(3)).sentence == "The clock of this machine was set back by 3h.")
  }
}
