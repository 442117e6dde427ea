import EventLog

extension Reading {
  /// Entries that hold every word, each from its beginning, newest first; never ranked. Words are compared without
  /// case and accents.
  ///
  /// - Parameters:
  ///   - before: the position of the last entry seen, to go on.
  /// - Returns: nothing where there is no word to look for.
  package final func search(_ words: String, before: Int64? = nil, limit: Int = 50) throws -> [Entry] {
    guard let pattern = SearchPattern(words) else { return [] }
    let end = before ?? Int64.max
    let parts = try Query(database, "SELECT number FROM search_part WHERE number <= ? ORDER BY number DESC")
      .bind(1, end / shape.searchPart).all { $0.integer(0) }
    var positions: [Int64] = []
    for part in parts where positions.count < limit {
      let table = SearchIndex.table(part)
      positions += try Query(
        database, "SELECT rowid FROM \(table) WHERE \(table) MATCH ? AND rowid < ? ORDER BY rowid DESC LIMIT ?"
      ).bind(1, pattern.text).bind(2, end).bind(3, Int64(limit - positions.count)).all { $0.integer(0) }
    }
    return try positions.compactMap { position in
      try Query(database, Entry.select + " WHERE n.position = ?").bind(1, position).first(Entry.init)
    }
  }
}

/// What FTS5 is asked for: each word as a quoted prefix, so that nothing a person types is read as syntax.
struct SearchPattern {
  let text: String

  /// Nil where no word holds a letter or a digit.
  init?(_ words: String) {
    let parts = words.split { $0.isWhitespace || $0 == "\0" }.filter { $0.contains { $0.isLetter || $0.isNumber } }
    guard !parts.isEmpty else { return nil }
    text = parts.prefix(16).map { part in
      "\"" + part.filter { $0 != "\"" && $0 != "\0" } + "\" *"
    }.joined(separator: " AND ")
  }
}
