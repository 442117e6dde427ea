import Desk
import EventLog

/// Lets the beats of a rehearsal happen at their times.
struct RehearsalPlayer {
  let desk: Desk
  /// How many times faster than life; infinite for no waiting at all.
  let speed: Double

  /// - Returns: the incident that it was about, as far as it came before it was cancelled.
  func play() async -> StreamID? {
    var incident: StreamID?
    var now = Span.zero
    for beat in Rehearsal.beats(from: SystemClock.now()) {
      if speed.isFinite {
        let wait = Int64(Double((beat.after - now).milliseconds) / speed)
        do { try await Task.sleep(for: .milliseconds(wait)) } catch { return incident }
      }
      now = beat.after
      await desk.play(beat, incident: &incident)
    }
    return incident
  }
}
