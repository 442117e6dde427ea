import EventLog
package import Ledger

/// What the watch has to say, for a log.
package enum WatchNotice: Hashable, Sendable {
  case clock(ClockNotice)
  /// It watches from now on; `before` is who did last.
  case began(Lease, before: Lease.Holder?)
  /// Somebody else watches.
  case waits(for: Lease.Holder)
  /// Somebody else took over while this process was held up.
  case lost
  /// An attempt to send this letter came to no known end.
  case inDoubt(OutboxLetter)
  /// It will not be sent any more.
  case undelivered(OutboxLetter)
  /// Something could not be done, and will be tried again.
  case trouble(String)

  /// A whole sentence.
  package var sentence: String {
    switch self {
    case .clock(let notice): notice.sentence
    case .began(_, let before?): "This process watches from now on, after \(Self.words(before))."
    case .began(_, nil): "This process watches from now on."
    case .waits(let holder): "\(Self.words(holder)) watches already; this process stands by."
    case .lost: "Another process took over the watch; this one sends nothing until it has it again."
    case .inDoubt(let letter), .undelivered(let letter):
      "The letter \(letter.id) (\(letter.letter.channel)) is \(letter.state.rawValue). "
        + (letter.reason ?? "Nobody knows why.")
    case .trouble(let words): words
    }
  }

  private static func words(_ holder: Lease.Holder) -> String {
    "\(holder.role) (process \(holder.process) on \(holder.host))"
  }
}
