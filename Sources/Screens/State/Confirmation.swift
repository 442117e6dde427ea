import Commands
import EventLog

/// A question before something is done: bound to an incident and to the revision that the person sees.
struct Confirmation: Sendable {
  enum Kind: Hashable, Sendable {
    /// The incident moved on while the command was on its way; asked again with what changed.
    case changedMeanwhile
    /// It leaves the house.
    case outward
    /// It cannot be taken back: the target is to be typed.
    case destructive
  }

  var kind: Kind
  var title: String
  var command: Command
  var incident: StreamID?
  var label: String?
  /// What the person is told before they say yes.
  var text: String
  /// The revision that the person is looking at; nil until it is known, and no key counts before.
  var revision: Int?
  /// The revision that was refused.
  var refused: Int?
  /// The generation of the state that shows it: keys typed before that was painted are not for it.
  var shownFrom: Int
  /// What follows once it is answered.
  var afterwards = PendingCommand.Afterwards.nothing
  /// For what cannot be taken back.
  var field = TextField()
}
