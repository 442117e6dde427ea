package import Commands
package import EventLog
import Incidents
import Ledger
import Procedures

extension Desk {
  /// Puts a little past into a rehearsal's empty store: two incidents that are over, and one that is being watched.
  /// - Throws: trouble with the store.
  package func prepareRehearsal() throws(Trouble) {
    do {
      let now = clock()
      let (clocks, keys) = (configuration.clocks, (0..<3).map { _ in StreamID(IncidentFold.streamKind, newKey()) })
      try ledger.writeAndWait { transaction in
        for (number, age) in [(1, Span.days(9)), (2, Span.days(3))] {
          var past = PastIncident(
            number: number, stream: keys[number - 1], at: now - age, entries: 9, isOver: true, clocks: clocks,
            seed: UInt64(number), isDrill: true)
          try past.play()
          for step in past.steps {
            guard let actor = step.drafts.first?.actor else { continue }
            _ = try transaction.append(step.drafts, actor: actor, recordedAt: step.at)
          }
        }
      }
      let jon = Self.player("jon")
      let outcome = try performAndWait(
        .declare(Declare(title: "PMS sync lag 22 min", severity: .sev3, service: "pms")), by: jon)
      if let incident = outcome.incident {
        _ = try performAndWait(
          .incident(incident, Mitigate(note: "worker restarted, the queue drains"), revision: nil), by: jon)
      }
    } catch {
      throw Trouble(any: error)
    }
  }

  /// Lets one beat happen; what is refused because somebody was quicker is left out.
  /// - Parameter incident: the incident of the rehearsal, set once its alert has opened it.
  package func play(_ beat: Rehearsal.Beat, incident: inout StreamID?) async {
    let actor = Self.player(beat.person)
    switch beat.act {
    case .signal(let signal):
      let receipt = try? await receive(signal, by: actor)
      incident = incident ?? receipt?.incidents.first
    case .command(let command):
      guard let incident else { return }
      _ = try? await perform(.incident(incident, command, revision: nil), by: actor)
    case .reply(let make):
      guard let incident, case .incident(let detail)? = try? answer(.incident(incident, entries: 1), for: actor),
        let command = make(detail)
      else { return }
      _ = try? await perform(.incident(incident, command, revision: nil), by: actor)
    case .startRunbook:
      guard let incident else { return }
      _ = try? await perform(.startRun(procedure: "high-error-rate", incident: incident), by: actor)
    case .checkStep(let note):
      guard let incident, case .incident(let detail)? = try? answer(.incident(incident, entries: 1), for: actor),
        let run = detail.runs.last, let step = run.current
      else { return }
      _ = try? await perform(.run(run.id, .finish(step: step, note: note)), by: actor)
    }
  }

  private static func player(_ name: String) -> Actor {
    name == "alertmanager"
      ? Actor(person: name, via: "serve", assurance: .machine)
      : Actor(person: name, via: "demo", assurance: .asserted)
  }
}
