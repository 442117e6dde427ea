import EventLog

/// What an export holds, and what it proves.
package struct ExportReport: Hashable, Sendable {
  package var events = 0
  package var attachments = 0
  /// Where every chain of the file ended, whether the export goes so far or not.
  package var heads: [Head] = []
  /// What it holds of each, by node.
  package var chains: [ExportedChain] = []

  package var isWhole: Bool { heads.allSatisfy { head in chains.contains { $0.node == head.id.node && $0.isWhole } } }

  /// A whole sentence for the person who hands it on.
  package var proof: String {
    isWhole
      ? "It holds every chain from its first event to its head: whoever has it can check that nothing is missing."
      : "It holds a part of the log: each event can be checked against its hash, and against the one before it where "
        + "that is here too. That nothing was left out it cannot prove; the heads can, beside the whole log."
  }
}
