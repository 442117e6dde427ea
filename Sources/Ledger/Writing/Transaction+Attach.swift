import EventLog

extension Transaction {
  /// Keeps bytes under their digest, once however often they come.
  ///
  /// - Parameter mediaType: as in `Content-Type` ("text/markdown").
  /// - Returns: "sha256:…", to be named in the evidence of an event.
  /// - Throws: `LedgerTrouble.tooLarge` beyond 256 KiB.
  package func attach(_ bytes: [UInt8], mediaType: String) throws -> String {
    try whole {
      guard bytes.count <= Schema.attachmentLimit else {
        throw LedgerTrouble(
          .tooLarge, "An attachment holds at most 256 KiB; this one has \(bytes.count / 1_024) KiB. Attach a link.")
      }
      let digest = "sha256:" + Chain.digest(of: bytes)
      try Query(database, "INSERT OR IGNORE INTO attachment(digest, media_type, bytes) VALUES(?, ?, ?)")
        .bind(1, digest).bind(2, mediaType).bind(3, bytes).run()
      return digest
    }
  }
}
