import EventLog

/// The fields of a document of modest size, each read by its name; what is of another kind than it should be is named
/// with its path. `null` reads as "not there".
struct BodyFields {
  private let fields: [String: JSONValue]
  private let path: String

  /// - Throws: where the bytes are more than `limit`, or no JSON object.
  init(_ bytes: [UInt8], limit: Int) throws(MalformedBody) {
    guard bytes.count <= limit else {
      throw MalformedBody("body", "\(bytes.count) bytes are more than \(limit)", isTooLarge: true)
    }
    var reader = JSONReader(bytes)
    do throws(JSONFault) {
      guard case .object(let fields) = try reader.value() else {
        throw JSONFault("another value stands where an object belongs", at: 0)
      }
      try reader.end()
      self.fields = fields
      path = ""
    } catch {
      throw MalformedBody("body", error)
    }
  }

  private init(_ fields: [String: JSONValue], path: String) {
    self.fields = fields
    self.path = path
  }

  /// The whole name of a field, from the top of the document.
  func place(_ key: String) -> String { path + key }

  func text(_ key: String) throws(MalformedBody) -> String? {
    switch fields[key] {
    case nil, .null: return nil
    case .string(let text): return TextLimit.text.cut(text)
    default: throw MalformedBody(place(key), "is not a string")
    }
  }

  func requiredText(_ key: String) throws(MalformedBody) -> String {
    guard let text = try text(key), !text.isEmpty else { throw MalformedBody(place(key), "is missing") }
    return text
  }

  func integer(_ key: String) throws(MalformedBody) -> Int64? {
    switch fields[key] {
    case nil, .null: return nil
    case .integer(let number): return number
    default: throw MalformedBody(place(key), "is not a whole number")
    }
  }

  func instant(_ key: String) throws(MalformedBody) -> Instant? {
    guard let text = try text(key) else { return nil }
    guard let instant = WireTime.instant(text) else {
      throw MalformedBody(place(key), "\(quoted(text)) is not an RFC 3339 time")
    }
    return instant
  }

  func object(_ key: String) throws(MalformedBody) -> BodyFields? {
    switch fields[key] {
    case nil, .null: return nil
    case .object(let fields): return BodyFields(fields, path: place(key) + ".")
    default: throw MalformedBody(place(key), "is not an object")
    }
  }

  func requiredObject(_ key: String) throws(MalformedBody) -> BodyFields {
    guard let object = try object(key) else { throw MalformedBody(place(key), "is missing") }
    return object
  }

  /// The objects of a list; no more than so many of them.
  func objects(_ key: String, most: Int) throws(MalformedBody) -> [BodyFields] {
    switch fields[key] {
    case nil, .null: return []
    case .array(let elements):
      var found: [BodyFields] = []
      for (index, element) in elements.prefix(most).enumerated() {
        guard case .object(let fields) = element else {
          throw MalformedBody("\(place(key))[\(index)]", "is not an object")
        }
        found.append(BodyFields(fields, path: "\(place(key))[\(index)]."))
      }
      return found
    default: throw MalformedBody(place(key), "is not a list")
    }
  }

  /// The value as it came, written anew as JSON; nil where there is none.
  func json(_ key: String) -> String? {
    guard let value = fields[key], value != .null else { return nil }
    return TextLimit.text.cut(PayloadText.encode(value))
  }
}
