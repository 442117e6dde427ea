import EventLog

extension ClockStep {
  /// The next page is no longer due once nobody has to be woken; what comes next is set by whoever performs what is
  /// due.
  func escalation() -> [DeadlineSet] {
    after.isEscalating || after.call != nil ? [] : ended(open(Clocks.escalation), isMet: false)
  }

  /// The end of an escalation is recorded with what ended it.
  func escalationStopped() -> [EscalationStopped] {
    guard !after.isEscalating, let escalation = after.escalation, escalation.isRunning else { return [] }
    return [EscalationStopped(of: escalation, on: after)]
  }
}

extension EscalationStopped {
  init(of escalation: Escalation, on incident: Incident) {
    run = escalation.run
    level = escalation.level
    because =
      switch incident.status {
      case .triggered, .acknowledged: .acknowledged
      case .mitigated: .mitigated
      case .resolved: .resolved
      case .closed: .closed
      }
    person = incident.status == .acknowledged ? incident.acknowledgedBy ?? incident.owner : nil
    wasPaged = person.map { person in incident.pages.contains { $0.person == person } }
  }
}
