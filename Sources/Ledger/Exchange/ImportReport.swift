/// What came of an import.
package struct ImportReport: Hashable, Sendable {
  /// Events read.
  package var events = 0
  /// Those that were new here.
  package var taken = 0
  /// Attachments that were new here.
  package var attachments = 0
  /// What the export held of each node's chain.
  package var chains: [ExportedChain] = []
  /// Nodes of the export whose whole chain, up to the head that it names, is here now.
  package var whole: [String] = []
  /// This file did not know what it had written itself, so it was set back once; it goes on under a new name.
  package var isRenamed = false

  /// Nodes of which only a part is here.
  package var partial: [String] { chains.map(\.node).filter { !whole.contains($0) } }
}
