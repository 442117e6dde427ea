import EventLog

extension Transaction {
  /// Makes a key.
  ///
  /// - Returns: the secret, which is shown once and kept nowhere.
  /// - Throws: `LedgerTrouble.invalid` where the name is taken.
  package func createKey(
    name: String, service: String? = nil, rate: Int? = nil, isRoutingKey: Bool = false
  ) throws -> String {
    let taken = try Query(database, "SELECT 1 FROM api_key WHERE name = ?").bind(1, name).first { _ in true } ?? false
    guard !taken, !name.isEmpty else {
      throw LedgerTrouble(.invalid, "There is a key named \"\(name)\" already. Choose another name.")
    }
    let secret = isRoutingKey ? Chain.hexadecimal(random(16)) : "sitrep_" + Chain.hexadecimal(random(20))
    try Query(database, "INSERT INTO api_key(name, hash, service, rate, created_at) VALUES(?, ?, ?, ?, ?)")
      .bind(1, name).bind(2, APIKey.hash(of: secret)).bind(3, service).bind(4, rate.map(Int64.init))
      .bind(5, now.milliseconds).run()
    return secret
  }

  /// - Returns: false where there is no such key; one that was revoked before stays as it is.
  package func revokeKey(name: String) throws -> Bool {
    try Query(database, "UPDATE api_key SET revoked_at = ifnull(revoked_at, ?) WHERE name = ?")
      .bind(1, now.milliseconds).bind(2, name).run()
    return try Query(database, "SELECT 1 FROM api_key WHERE name = ?").bind(1, name).first { _ in true } ?? false
  }

  /// Notes that a key was used, now; of a key that is not the store's nothing is noted.
  package func noteUse(ofKey name: String) throws {
    try Query(
      database,
      """
      INSERT INTO key_use(name, used_at, uses) SELECT name, ?2, 1 FROM api_key WHERE name = ?1
      ON CONFLICT(name) DO UPDATE SET used_at = excluded.used_at, uses = uses + 1
      """
    ).bind(1, name).bind(2, now.milliseconds).run()
  }
}
