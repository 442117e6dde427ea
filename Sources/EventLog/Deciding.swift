/// A thing that can be asked of a stream: the room sees the current state and answers with events, or refuses.
///
/// The desk calls it inside the ledger's write transaction, so that nothing moves between seeing and deciding.
package protocol Deciding<Fold>: Sendable {
  associatedtype Fold: Folding
  associatedtype Refusal: DomainRefusal
  /// - Throws: the refusal, worded for the person who asked. No events is not an error: there was nothing to do.
  func decide(on state: Fold.State, facts: Facts) throws(Refusal) -> [Draft]
}
