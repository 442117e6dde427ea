/// A fold with its state type hidden, as the ledger keeps it: states travel as JSON text.
package struct FoldDescription: Sendable {
  package let streamKind: String
  package let version: Int
  package let tables: [TableSpec]
  package let payloads: [any EventPayload.Type]
  /// Folds a whole stream, in any order of events.
  package let fold: @Sendable (StreamID, [Event]) -> Folded
  /// Applies one event that is newer than all of the stream and corrects nothing; nil where the state text cannot be
  /// read, so that the caller folds the whole stream.
  package let step: @Sendable (StreamID, _ state: String?, Event) -> Step?
  package let text: @Sendable (Event) -> String?
  package let label: @Sendable (Event) -> String
  /// The four parts of `step`, for a caller that keeps a state in memory between events: the state travels with its
  /// type hidden, and a state of another fold's type counts as none.
  package let apply: @Sendable (StreamID, _ state: (any Sendable)?, Event) -> any Sendable
  package let initial: @Sendable (StreamID) -> any Sendable
  package let rows: @Sendable (_ state: any Sendable) -> [TableRow]
  package let encode: @Sendable (_ state: any Sendable) -> String
  /// Nil where the text is not a state of this version's shape.
  package let decode: @Sendable (_ text: String) -> (any Sendable)?

  /// A stream's state as JSON text, and its rows in the projections.
  private let payloadsByKind: [String: any EventPayload.Type]

  /// Decodes the payload of an event that this fold knows, so that folding it and wording it need not do so each.
  package func read(_ event: inout Event) {
    if let type = payloadsByKind[event.kind] { event.read(as: type) }
  }

  /// A stream's state as JSON text, and its rows in the projections.
  package struct Folded: Sendable, Equatable {
    package var state: String
    package var rows: [TableRow]
  }

  /// What one more event made of a stream.
  package struct Step: Sendable {
    package var folded: Folded
    /// The rows that stood there before.
    package var oldRows: [TableRow]
  }

  package init<Fold: Folding>(_ type: Fold.Type) {
    streamKind = Fold.streamKind
    version = Fold.version
    tables = Fold.tables
    payloads = Fold.payloads
    payloadsByKind = Dictionary(Fold.payloads.map { ($0.kind, $0) }, uniquingKeysWith: { first, _ in first })
    fold = { stream, events in
      let state = Fold.state(of: stream, from: events)
      return Folded(state: PayloadText.encode(state), rows: Fold.rows(state))
    }
    step = { stream, text, event in
      var state: Fold.State
      var oldRows: [TableRow] = []
      if let text {
        guard let known = PayloadText.decode(Fold.State.self, from: text) else { return nil }
        state = known
        oldRows = Fold.rows(known)
      } else {
        state = Fold.initial(stream)
      }
      Fold.apply(event, to: &state)
      return Step(folded: Folded(state: PayloadText.encode(state), rows: Fold.rows(state)), oldRows: oldRows)
    }
    text = { Fold.text(of: $0) }
    label = { Fold.label(of: $0) }
    apply = { stream, known, event in
      var state = known as? Fold.State ?? Fold.initial(stream)
      Fold.apply(event, to: &state)
      return state
    }
    initial = { Fold.initial($0) }
    rows = { state in (state as? Fold.State).map(Fold.rows) ?? [] }
    encode = { state in (state as? Fold.State).map { PayloadText.encode($0) } ?? "" }
    decode = { PayloadText.decode(Fold.State.self, from: $0) }
  }
}
