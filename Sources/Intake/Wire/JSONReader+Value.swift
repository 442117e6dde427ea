import EventLog

extension JSONReader {
  /// Any value, read whole and no deeper than `depthLimit`. Of a key that stands twice the last counts.
  mutating func value() throws(JSONFault) -> JSONValue {
    switch try next() {
    case .object:
      try openObject()
      var fields: [String: JSONValue] = [:]
      while let key = try nextKey() { fields[key] = try value() }
      return .object(fields)
    case .array:
      try openArray()
      var elements: [JSONValue] = []
      while try nextElement() { elements.append(try value()) }
      return .array(elements)
    case .string: return .string(try string())
    case .number:
      let text = try number()
      return Int64(text).map { .integer($0) } ?? .number(Double(text) ?? 0)
    case .bool: return .bool(try bool())
    case .null:
      try null()
      return .null
    }
  }
}
