import EventLog

// The fields of Alertmanager's document. Each names its field in what it throws, and reads `null` as "not there".
extension JSONReader {
  mutating func open(_ field: String) throws(MalformedBody) {
    do { try openObject() } catch { throw MalformedBody(field, error) }
  }

  mutating func key(in field: String) throws(MalformedBody) -> String? {
    do { return try nextKey() } catch { throw MalformedBody(field, error) }
  }

  mutating func element(in field: String) throws(MalformedBody) -> Bool {
    do { return try nextElement() } catch { throw MalformedBody(field, error) }
  }

  mutating func skip(_ field: String) throws(MalformedBody) {
    do { try skip() } catch { throw MalformedBody(plainField(field), error) }
  }

  mutating func optionalText(_ field: String) throws(MalformedBody) -> String? {
    do {
      guard try next() == .null else { return try string() }
      try null()
      return nil
    } catch { throw MalformedBody(field, error) }
  }

  /// "3" and "4" are told apart by nothing that matters here; a later version may mean something else by its fields.
  mutating func version(_ field: String) throws(MalformedBody) -> String? {
    guard let version = try optionalText(field) else { return nil }
    guard version == "4" || version == "3" else {
      throw MalformedBody(field, "\(quoted(version)) is not known; \"4\" is expected (or the older \"3\")")
    }
    return version
  }

  mutating func status(_ field: String) throws(MalformedBody) -> AlertStatus? {
    guard let word = try optionalText(field) else { return nil }
    guard let status = AlertStatus(rawValue: word) else {
      throw MalformedBody(field, "\(quoted(word)) is neither \"firing\" nor \"resolved\"")
    }
    return status
  }

  /// A string, or the number that version 3 sent.
  mutating func groupKey(_ field: String) throws(MalformedBody) -> String {
    do {
      if try next() == .number { return try number() }
    } catch { throw MalformedBody(field, error) }
    return try optionalText(field) ?? ""
  }

  mutating func count(_ field: String) throws(MalformedBody) -> Int {
    let written: String
    do {
      if try next() == .null {
        try null()
        return 0
      }
      written = try number()
    } catch { throw MalformedBody(field, error) }
    guard let count = Int(written), count >= 0 else {
      throw MalformedBody(field, "\(quoted(written)) is not a count")
    }
    return count
  }

  /// The year 1 is how Go writes "no time": an alert with such an end still fires.
  mutating func instant(_ field: String) throws(MalformedBody) -> Instant? {
    guard let text = try optionalText(field) else { return nil }
    guard let instant = WireTime.instant(text) else {
      throw MalformedBody(field, "\(quoted(text)) is not an RFC 3339 time")
    }
    return instant <= WireTime.unset ? nil : instant
  }

  /// Empty counts as left out. It becomes part of a name that people type, so only plain characters are taken.
  mutating func fingerprint(_ field: String) throws(MalformedBody) -> String? {
    guard let text = try optionalText(field), !text.isEmpty else { return nil }
    let isPlain = text.utf8.count <= 128 && text.utf8.allSatisfy(isPlainNameByte)
    guard isPlain else {
      throw MalformedBody(field, "\(quoted(text)) is not a fingerprint (1 to 128 letters, digits and ._:-)")
    }
    return text
  }

  mutating func texts(_ field: String) throws(MalformedBody) -> [String: String]? {
    do {
      if try next() == .null {
        try null()
        return nil
      }
    } catch { throw MalformedBody(field, error) }
    try open(field)
    var texts: [String: String] = [:]
    while let name = try key(in: field) {
      do {
        texts[name] = try string()
      } catch { throw MalformedBody("\(field).\(plainField(name))", error) }
    }
    return texts
  }

  private func isPlainNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 48...57, 65...90, 97...122, Byte.dot, Byte.minus, Byte.colon, 95: true
    default: false
    }
  }

  /// A name from the body as part of a path: bare where it is plain, else quoted.
  private func plainField(_ name: String) -> String {
    !name.isEmpty && name.utf8.count <= 60 && name.utf8.allSatisfy(isPlainNameByte) ? name : quoted(name)
  }
}
