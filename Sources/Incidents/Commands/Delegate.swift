package import EventLog

/// Gives a task to one person, with a time to come back.
package struct Delegate: IncidentCommand {
  package var person: String
  package var text: String
  /// How long until the person comes back; nil sets no clock.
  package var within: Span?

  package init(_ text: String, to person: String, within: Span? = nil) {
    self.person = person
    self.text = text
    self.within = within
  }

  package func decide(on incident: Incident, facts: IncidentFacts) throws(IncidentRefusal) -> [Draft] {
    let name = person.trimmed
    guard !name.isEmpty else { throw .emptyText("The name of who has the task") }
    guard !text.trimmed.isEmpty else { throw .emptyText("The task") }
    guard incident.status != .closed else {
      throw .wrongStatus(
        verb: "give a task", status: .closed, allowed: [.triggered, .acknowledged, .mitigated, .resolved])
    }
    return [
      incident.draft(
        TaskDelegated(
          number: incident.nextTask, person: name, text: text.trimmed, dueAt: within.map { facts.now + $0 }),
        at: facts.now)
    ]
  }
}

/// Says that the task is clear and under way.
package struct UnderstandTask: IncidentCommand {
  package var task: EventID

  package init(_ task: EventID) { self.task = task }

  package func decide(on incident: Incident, facts: IncidentFacts) throws(IncidentRefusal) -> [Draft] {
    let task = try incident.openTask(task)
    guard task.state == .given else { throw .alreadySo("task \(task.number) is understood already") }
    return [incident.draft(TaskUnderstood(task: task.id, number: task.number), at: facts.now)]
  }
}

/// Says that the task is done, and what came of it.
package struct FinishTask: IncidentCommand {
  package var task: EventID
  package var note: String?

  package init(_ task: EventID, note: String? = nil) {
    self.task = task
    self.note = note
  }

  package func decide(on incident: Incident, facts: IncidentFacts) throws(IncidentRefusal) -> [Draft] {
    let task = try incident.openTask(task)
    return [incident.draft(TaskFinished(task: task.id, number: task.number, note: note.said), at: facts.now)]
  }
}

/// Says that the task is no longer wanted.
package struct DropTask: IncidentCommand {
  package var task: EventID
  package var reason: String?

  package init(_ task: EventID, reason: String? = nil) {
    self.task = task
    self.reason = reason
  }

  package func decide(on incident: Incident, facts: IncidentFacts) throws(IncidentRefusal) -> [Draft] {
    let task = try incident.openTask(task)
    return [incident.draft(TaskDropped(task: task.id, number: task.number, reason: reason.said), at: facts.now)]
  }
}

extension Incident {
  /// The number that the next task gets.
  var nextTask: Int { (tasks.map(\.number).max() ?? 0) + 1 }

  fileprivate func openTask(_ id: EventID) throws(IncidentRefusal) -> Delegation {
    guard let task = tasks.first(where: { $0.id == id }) else { throw .noSuchPart("task", id.description) }
    guard task.isOpen else { throw .alreadySo("task \(task.number) is \(task.state.rawValue) already") }
    return task
  }
}

extension String? {
  /// Without white space at either end; nil where nothing is left.
  var said: String? {
    let plain = self?.trimmed ?? ""
    return plain.isEmpty ? nil : plain
  }
}
