import EventLog

extension Reading {
  /// All keys, revoked ones too, by name.
  package final func keys() throws -> [APIKey] {
    try Query(database, Reading.selectKeys + " ORDER BY k.name").all(Reading.key)
  }

  /// The key with this hash, revoked or not; nil where there is none.
  package final func key(hash: [UInt8]) throws -> APIKey? {
    try Query(database, Reading.selectKeys + " WHERE k.hash = ?").bind(1, hash).first(Reading.key)
  }

  private static let selectKeys = """
    SELECT k.name, k.service, k.rate, k.created_at, k.revoked_at, u.used_at, u.uses, k.hash
    FROM api_key AS k LEFT JOIN key_use AS u ON u.name = k.name
    """

  private static func key(_ row: Query) -> APIKey {
    APIKey(
      name: row.text(0), hash: row.bytes(7), service: row.optionalText(1), rate: row.optionalInteger(2).map(Int.init),
      createdAt: row.instant(3), revokedAt: row.optionalInstant(4), lastUsedAt: row.optionalInstant(5),
      uses: Int(row.integer(6)))
  }
}
