package import Commands
package import EventLog
import Ledger
import OnCall

extension Desk {
  /// Records the configuration that the daemon works by from now on, and the rotations in force, unless they are those
  /// recorded last.
  /// - Parameter texts: the files by name; none where only what ships is in force.
  /// - Throws: trouble with the store.
  package func recordConfiguration(
    hash: String, texts: [String: String], by actor: Actor
  ) async throws(Trouble) {
    do {
      try await ledger.write { [self] transaction in
        let rota = ApplyRota().draftsWithNotices(
          on: try recordedRota(transaction), facts: rotaFacts(by: actor, at: transaction.now))
        _ = try transaction.append(rota, actor: actor)
        guard try Self.appliedConfiguration(transaction)?.hash != hash else { return }
        var files: [String: String] = [:]
        for (name, text) in texts {
          files[name] = try transaction.attach(Array(text.utf8), mediaType: "application/yaml")
        }
        let draft = Draft(
          ConfigApplied(hash: hash, files: files), stream: ConfigApplied.stream, happenedAt: transaction.now,
          evidence: files.values.sorted())
        _ = try transaction.append([draft], actor: actor)
      }
    } catch {
      throw Trouble(any: error)
    }
  }

  /// What the daemon applied last; nil where none ever ran on this store. What came from elsewhere says what is applied
  /// there.
  static func appliedConfiguration(_ reading: Reading) throws -> ConfigApplied? {
    let own = try reading.ownNodes()
    return try reading.events(stream: ConfigApplied.stream)
      .last { $0.kind == ConfigApplied.kind && own.contains($0.id.node) }?.decoded(ConfigApplied.self)
  }
}
