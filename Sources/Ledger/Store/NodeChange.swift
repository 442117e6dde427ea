import EventLog
import GRDB

/// Lets a file go on under a new name, with a chain of its own: two histories must never bear the same name.
struct NodeChange {
  private let transaction: Transaction

  init(_ transaction: Transaction) { self.transaction = transaction }

  /// - Parameter restoredFrom: the backup that the file was made from, where it was restored.
  /// - Returns: the new name.
  @discardableResult
  func take(restoredFrom: String? = nil) throws -> String {
    let memory = transaction.memory
    try memory.writeHead(transaction.database)
    let previous = memory.head
    let old = memory.node
    let name = NodeName.make(transaction.random)
    try NodeChange.register(name, path: transaction.path, at: transaction.now, transaction.database)
    memory.take(node: name)
    let head = previous.sequence > 0 ? "\(old)-\(previous.sequence) \(Chain.hexadecimal(previous.hash))" : nil
    let draft = Draft(
      NodeOpened(
        node: name, previousNode: old.isEmpty ? nil : old, previousHead: head, restoredFrom: restoredFrom),
      stream: StreamID("log", name), happenedAt: transaction.now)
    _ = try transaction.append([draft], actor: Actor(person: "sitrep", via: "cli", assurance: .machine))
    return name
  }

  /// Makes a name the one that this file writes under.
  static func register(_ name: String, path: String, at now: Instant, _ database: Database) throws {
    let identity = FileSystem.identity(of: path) ?? FileSystem.Identity(machine: "", inode: 0, born: 0)
    try Query(database, "UPDATE node SET is_current = 0 WHERE is_current = 1").run()
    try Query(database, "INSERT INTO node(name, machine, inode, born, opened_at, is_current) VALUES(?, ?, ?, ?, ?, 1)")
      .bind(1, name).bind(2, identity.machine).bind(3, identity.inode).bind(4, identity.born)
      .bind(5, now.milliseconds).run()
  }
}
