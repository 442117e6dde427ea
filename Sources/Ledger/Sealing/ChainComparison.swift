package import EventLog

/// What came of comparing this file with heads, an export or another file.
package struct ChainComparison: Hashable, Sendable {
  /// Events whose hash was compared.
  package var events = 0
  /// The first difference of each node, by node.
  package var differences: [Difference] = []

  package var isSame: Bool { differences.isEmpty }

  package init() {}

  /// An event that is not here as it is there.
  package struct Difference: Hashable, Sendable {
    /// How it differs.
    package enum Kind: String, Sendable, CaseIterable {
      /// Another event bears this id here.
      case changed
      /// There is no such event here.
      case missing
    }

    package var kind: Kind
    package var event: EventID

    /// A whole sentence that names the event.
    package var sentence: String {
      switch kind {
      case .changed: "Event \(event) is another one here: its hash differs, and with it that of every later event."
      case .missing: "Event \(event) is not here."
      }
    }
  }

  /// Compares one event; after the first difference of a node the rest of that node says nothing new.
  mutating func compare(_ event: EventID, theirs: String, ours: [UInt8]?) {
    events += 1
    let difference: Difference
    if let ours {
      guard !Chain.hexadecimal(ours).hasPrefix(theirs) else { return }
      difference = Difference(kind: .changed, event: event)
    } else {
      difference = Difference(kind: .missing, event: event)
    }
    guard let place = differences.firstIndex(where: { $0.event.node == event.node }) else {
      differences.append(difference)
      differences.sort { $0.event.node < $1.event.node }
      return
    }
    if event.sequence < differences[place].event.sequence { differences[place] = difference }
  }
}
