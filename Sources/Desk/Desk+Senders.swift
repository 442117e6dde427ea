package import Commands
import Ledger

extension Desk {
  /// The keys that senders of alerts may use now.
  /// - Throws: trouble with the store.
  package func keys() throws(Trouble) -> [SenderKey] {
    do {
      return try ledger.read { reading in
        try reading.keys().filter(\.isValid).map {
          SenderKey(name: $0.name, hash: $0.hash, service: $0.service, perMinute: $0.rate)
        }
      }
    } catch {
      throw Trouble(any: error)
    }
  }

  /// Writes a sign of life, to find out whether the store takes writes.
  /// - Throws: why it does not.
  package func probe() async throws(Trouble) {
    do {
      try await ledger.write { try $0.beat("intake") }
    } catch {
      throw Trouble(any: error)
    }
  }
}
