/// The life of an incident as one table: what leads from where to where. The commands and the fold both read it.
package enum LifeCycle {
  /// What can move an incident on.
  package enum Trigger: String, Sendable, CaseIterable {
    case alertAdmitted, declare, acknowledge, unacknowledge, acknowledgeTimeOut, mitigate, resolve, alertFiresAgain
    case allAlertsResolved, selfHeal, cancel, merge, close, reopen
  }

  /// A line of the table.
  package struct Step: Hashable, Sendable {
    /// Nil is "no incident yet".
    package var from: Status?
    package var trigger: Trigger
    package var to: Status
  }

  package static let steps: [Step] =
    [
      Step(from: nil, trigger: .alertAdmitted, to: .triggered),
      Step(from: nil, trigger: .declare, to: .acknowledged),
      Step(from: .triggered, trigger: .acknowledge, to: .acknowledged),
      Step(from: .acknowledged, trigger: .unacknowledge, to: .triggered),
      Step(from: .acknowledged, trigger: .acknowledgeTimeOut, to: .triggered),
      Step(from: .triggered, trigger: .mitigate, to: .mitigated),
      Step(from: .acknowledged, trigger: .mitigate, to: .mitigated),
      Step(from: .acknowledged, trigger: .resolve, to: .resolved),
      Step(from: .mitigated, trigger: .resolve, to: .resolved),
      Step(from: .mitigated, trigger: .alertFiresAgain, to: .acknowledged),
      Step(from: .resolved, trigger: .alertFiresAgain, to: .acknowledged),
      Step(from: .triggered, trigger: .allAlertsResolved, to: .triggered),
      Step(from: .acknowledged, trigger: .allAlertsResolved, to: .acknowledged),
      Step(from: .mitigated, trigger: .allAlertsResolved, to: .mitigated),
      Step(from: .triggered, trigger: .selfHeal, to: .resolved),
      Step(from: .acknowledged, trigger: .selfHeal, to: .resolved),
      Step(from: .mitigated, trigger: .selfHeal, to: .resolved),
      Step(from: .resolved, trigger: .close, to: .closed),
      Step(from: .resolved, trigger: .reopen, to: .acknowledged),
      Step(from: .closed, trigger: .reopen, to: .acknowledged),
    ]
    + [Status.triggered, .acknowledged, .mitigated].flatMap {
      [Step(from: $0, trigger: .cancel, to: .closed), Step(from: $0, trigger: .merge, to: .closed)]
    }

  /// Where a trigger leads from a status; nil where it changes nothing.
  package static func next(from: Status?, _ trigger: Trigger) -> Status? {
    steps.first { $0.from == from && $0.trigger == trigger }?.to
  }

  /// The statuses in which a trigger does something.
  package static func sources(of trigger: Trigger) -> [Status] {
    steps.filter { $0.trigger == trigger }.compactMap(\.from)
  }
}
