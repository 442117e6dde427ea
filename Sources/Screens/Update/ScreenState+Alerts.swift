import Commands
import EventLog
import Incidents

extension ScreenState {
  /// Opens the walk through the alerts of the incident.
  mutating func judgeAlerts(in situation: Situation) {
    guard let walk = situation.detail.flatMap(AlertWalk.init) else { return refuse("No alert belongs to it.") }
    mode = .alerts(walk)
  }

  mutating func pressAlerts(_ walk: AlertWalk, _ key: Key, _ effects: inout [ScreenEffect]) {
    var walk = walk
    switch key {
    case .character("y"), .character("+"): judge(.useful, &walk, &effects)
    case .character("n"), .character("-"): judge(.noise, &walk, &effects)
    case .character("j"), .character(" "), .down: move(by: 1, &walk)
    case .character("k"), .up: move(by: -1, &walk)
    case .character("m"):
      mode = .keys
      if let missing = Registry.command("alert.missing") { run(missing, in: situation, &effects) }
    case .enter: endWalk(walk)
    default: if isGoingBack(key) { endWalk(walk) }
    }
  }

  private mutating func move(by distance: Int, _ walk: inout AlertWalk) {
    walk.move(by: distance)
    mode = .alerts(walk)
  }

  private mutating func judge(_ verdict: AlertVerdict, _ walk: inout AlertWalk, _ effects: inout [ScreenEffect]) {
    let alert = walk.current
    if alert.verdict != verdict {
      send(
        .incident(walk.incident, JudgeAlert(alert.id, name: alert.name, verdict: verdict), revision: nil),
        title: "Judge alert", &effects)
    }
    if walk.judge(verdict) { mode = .alerts(walk) } else { endWalk(walk) }
  }

  private mutating func endWalk(_ walk: AlertWalk) {
    mode = .keys
    let left = walk.left == 0 ? "" : ", \(walk.left) left"
    notice = Notice("\(walk.judged) of \(walk.alerts.count) alerts judged\(left). P m says which one was missing.")
  }
}
