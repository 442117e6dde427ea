package import Procedures
import Synchronization

/// The runbooks at hand, read as far as they were needed: the files when something is first looked for, the steps of one
/// when it is found. Most commands need none of it.
package final class ProcedureShelf: Sendable {
  private let texts: Mutex<@Sendable () -> [(name: String, text: String)]>
  private let index: Mutex<ProcedureIndex?>
  /// Those with their steps, by name.
  private let whole: Mutex<[String: Procedure]>

  package init(_ procedures: [Procedure] = []) {
    texts = Mutex { procedures.map { ($0.name, $0.source) } }
    index = Mutex(ProcedureIndex(procedures))
    whole = Mutex(Dictionary(procedures.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first }))
  }

  /// - Parameter texts: gives the name and text of each; called at most once, and only when one is needed.
  package init(texts: @escaping @Sendable () -> [(name: String, text: String)]) {
    self.texts = Mutex(texts)
    index = Mutex(nil)
    whole = Mutex([:])
  }

  /// Whether there is none; reads the files and not what is in them, and waits for nobody who does.
  package var isEmpty: Bool { read().isEmpty }

  /// Reads what is needed to find one, so that whoever looks for one next finds it read.
  package func readAhead() { _ = heads }

  /// All of them, in the order they were given.
  package var procedures: [Procedure] { heads.procedures.map(withSteps) }

  /// The procedure of a name, whatever its case.
  package func named(_ name: String) -> Procedure? { heads.named(name).map(withSteps) }

  /// The procedures for an alert, the best first, as `ProcedureIndex.match` has them.
  package func match(
    alertname: String?, runbookURL: String? = nil, service: String? = nil, rules: [String] = []
  ) -> [Procedure] {
    heads.match(alertname: alertname, runbookURL: runbookURL, service: service, rules: rules).map(withSteps)
  }

  private var heads: ProcedureIndex {
    index.withLock { index in
      if let index { return index }
      let new = ProcedureIndex(read().map { Procedure.parseHead($0.text, name: $0.name) })
      index = new
      return new
    }
  }

  /// The texts, from their files the first time.
  private func read() -> [(name: String, text: String)] {
    texts.withLock { texts in
      let read = texts()
      texts = { read }
      return read
    }
  }

  private func withSteps(_ head: Procedure) -> Procedure {
    whole.withLock { whole in
      if let procedure = whole[head.name] { return procedure }
      let procedure = Procedure.parse(head.source, name: head.name)
      whole[head.name] = procedure
      return procedure
    }
  }
}
