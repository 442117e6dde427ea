import EventLog

/// A copied or restored file goes on under a new name; its first event says where the old chain stood.
package struct NodeOpened: EventPayload {
  package static let kind = "node.opened"

  package var node: String
  package var previousNode: String?
  /// The last event of the old chain with its hash; nil where it had none.
  package var previousHead: String?
  /// The backup that the file was made from, where it was restored.
  package var restoredFrom: String?

  package init(
    node: String, previousNode: String? = nil, previousHead: String? = nil, restoredFrom: String? = nil
  ) {
    self.node = node
    self.previousNode = previousNode
    self.previousHead = previousHead
    self.restoredFrom = restoredFrom
  }
}
