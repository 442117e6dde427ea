package import EventLog

/// What a check of the whole log found.
package struct VerifyReport: Hashable, Sendable {
  /// Events read.
  package var events = 0
  /// Events whose text was redacted, as their redaction says.
  package var redactions = 0
  package var attachments = 0
  /// Hashes named by seals and found to be so.
  package var sealed = 0
  /// Events of other nodes that never came here: no damage, and nothing is known of them.
  package var gaps: [Gap] = []
  /// Where each node's chain ends, to be kept elsewhere and compared.
  package var heads: [Head] = []
  /// In the order of nodes and sequences; the first hundred at most.
  package var damage: [Damage] = []

  package var isSound: Bool { damage.isEmpty }

  /// A part of a node's chain that is not here.
  package struct Gap: Hashable, Sendable {
    package var node: String
    /// Numbers of its events.
    package var range: ClosedRange<Int64>
  }

  /// One thing that is wrong, and with which event.
  package struct Damage: Hashable, Sendable {
    /// What is wrong with it.
    package enum Kind: String, Sendable, CaseIterable {
      /// The event is not what its hash says.
      case changed
      /// The row that names its stream, its incident or its actor is gone.
      case unnamed
      /// Its number is missing from its node's chain.
      case removed
      /// It stands at another's place.
      case reordered
      /// The chain ends before its head: the event is lost.
      case cutOff
      /// The text is gone and no redaction says so.
      case textMissing
      /// The head differs from the chain's end.
      case head
      /// A seal names another event at its place.
      case sealed
      /// An attachment is missing or not what its digest says.
      case attachment
      /// SQLite itself finds the file broken.
      case file
    }

    package var kind: Kind
    package var event: EventID?
    /// A whole sentence that names the event.
    package var sentence: String
  }
}
