import Delivery
import EventLog
import Synchronization

/// Delivers at once, but through the channel "hangs" only once it is let go.
final class HangingCarrier: LetterCarrier {
  private struct State {
    var carried: Set<String> = []
    var isLetGo = false
    var hanging: [CheckedContinuation<Void, Never>] = []
    var waiting: [String: CheckedContinuation<Void, Never>] = [:]
  }

  private let state = Mutex(State())
  var longestAttempt: Span { .seconds(31) }

  func channel(_ name: String) -> Channel? {
    Channel(name: name, kind: .slack(webhook: Secret("x")), rate: ChannelRate(perMinute: 6_000, burst: 100))
  }

  func carry(_ letter: Letter, attempt: Int) async -> Outcome {
    if letter.channel == "hangs" {
      await withCheckedContinuation { continuation in
        let isLetGo = state.withLock { state in
          if !state.isLetGo { state.hanging.append(continuation) }
          return state.isLetGo
        }
        if isLetGo { continuation.resume() }
      }
    }
    state.withLock { state in
      state.carried.insert(letter.key)
      return state.waiting.removeValue(forKey: letter.key)
    }?.resume()
    return .delivered(receipt: "200")
  }

  func whenCarried(_ key: String) async {
    await withCheckedContinuation { continuation in
      let isCarried = state.withLock { state in
        if !state.carried.contains(key) { state.waiting[key] = continuation }
        return state.carried.contains(key)
      }
      if isCarried { continuation.resume() }
    }
  }

  func letGo() {
    state.withLock { state in
      state.isLetGo = true
      defer { state.hanging = [] }
      return state.hanging
    }.forEach { $0.resume() }
  }
}
