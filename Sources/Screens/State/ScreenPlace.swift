package import Commands
package import EventLog

/// Where a person is: one of the tabs, or something opened from there.
package enum ScreenPlace: Hashable, Sendable {
  case list, onCall, runbooks, past
  /// What the wall shows.
  case board
  case room(StreamID)
  /// What people are to be told of an incident.
  case messages(StreamID)
  /// A runbook by name, the run it is stepped in once there is one, and the incident it is for.
  case stepper(name: String, run: StreamID?, incident: StreamID?)

  /// The place as the registry knows it.
  package var registered: RegisteredCommand.Place {
    switch self {
    case .list: .list
    case .onCall: .onCall
    case .runbooks: .runbooks
    case .past: .past
    case .board: .board
    case .room: .room
    case .messages: .messages
    case .stepper: .stepper
    }
  }

  var isTab: Bool {
    switch self {
    case .list, .onCall, .runbooks, .past: true
    case .room, .messages, .stepper, .board: false
    }
  }
}
