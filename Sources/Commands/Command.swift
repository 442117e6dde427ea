package import EventLog
package import Incidents
package import OnCall
package import Review

/// What a person or a program asks to be done; the desk carries it out in one transaction.
package enum Command: Sendable {
  case declare(Declare)
  /// An incident of the past, from a document; its bytes are kept where they are not too many.
  case importIncident(ImportIncident, document: [UInt8])
  /// With the revision the person saw: if the incident has moved on since, it is refused with the difference.
  case incident(StreamID, any IncidentCommand, revision: Int?)
  /// Starts stepping through a runbook, for an incident or by itself.
  case startRun(procedure: String, incident: StreamID?)
  case run(StreamID, RunAction)
  /// Something about the post-mortem of an incident.
  case review(StreamID, ReviewChange)
  /// Something about who is on call.
  case rota(any RotaCommand)
  /// Keeps pages back for a while, at once or as announced.
  case addSilence(AddSilence)
  case endSilence(StreamID, EndSilence)
}

/// What can be done with a step of a run, or with the whole run. Steps are numbered from 1.
package enum RunAction: Hashable, Sendable {
  case finish(step: Int, note: String?)
  case skip(step: Int, reason: String)
  case note(step: Int, text: String)
  case reopen(step: Int)
  /// Takes one of the options, numbered from 1.
  case take(option: Int)
  /// Says what `{{name}}` stands for in this run; an empty value takes it back.
  case give(name: String, value: String)
  case complete
  case abandon(reason: String)
}

/// What came of a command.
package struct Outcome: Hashable, Sendable {
  /// The events that were written; none where there was nothing to do.
  package var events: [EventID]
  /// The incident it was about, or that came into being.
  package var incident: StreamID?
  package var run: StreamID?
  /// One sentence for the person ("#42 acknowledged").
  package var sentence: String

  package init(events: [EventID], incident: StreamID? = nil, run: StreamID? = nil, sentence: String) {
    self.events = events
    self.incident = incident
    self.run = run
    self.sentence = sentence
  }
}
