import ArgumentParser
import Commands
import EventLog
import Incidents

/// The number of a task, a decision or a hypothesis within its incident.
struct PartNumber: ParsableArguments {
  @Argument(help: "Its number in the incident, as `incident show` prints it.")
  var number: Int

  func task(_ session: Session, _ target: IncidentTarget) throws -> (StreamID, EventID) {
    let id = try session.incident(target.incident)
    return (
      id, try session.part("task", number, of: try session.detail(id, entries: 1).tasks.map { ($0.number, $0.id) })
    )
  }

  func hypothesis(_ session: Session, _ target: IncidentTarget) throws -> (StreamID, EventID) {
    let id = try session.incident(target.incident)
    let all = try session.detail(id, entries: 1).hypotheses.map { ($0.number, $0.id) }
    return (id, try session.part("hypothesis", number, of: all))
  }
}

extension Session {
  /// The part of an incident that bears a number.
  /// - Throws: there is none.
  func part(_ what: String, _ number: Int, of all: [(number: Int, id: EventID)]) throws -> EventID {
    guard let found = all.first(where: { $0.number == number }) else {
      throw Trouble(
        .noSuchIncident, "There is no \(what) \(number) in this incident. `sitrep incident show N` lists them.")
    }
    return found.id
  }

  /// "3m", "2h".
  /// - Throws: it is no length of time.
  func length(_ text: String) throws -> Span {
    guard let span = TimeText.span(text) else {
      throw Trouble(.badInput, "\"\(text)\" is no length of time: 90s, 3m, 2h, 1d.")
    }
    return span
  }
}
