import EventLog
import Foundation

/// As much of JSON Schema (draft 2020-12) as `docs/schema` uses: type, enum, const, pattern, properties, required,
/// additionalProperties, items, oneOf, and references within the file. An unknown keyword is a mistake, not a pass.
struct JSONSchema {
  private let document: JSONValue

  init(named name: String) throws {
    let path = Program.root + "/docs/schema/\(name).json"
    document = try JSONDecoder().decode(JSONValue.self, from: Data(contentsOf: URL(filePath: path)))
  }

  /// Every place where a value is not what the schema says; empty where it is.
  func problems(of value: JSONValue) -> [String] { problems(value, document, "") }

  private static let silent: Set = ["$schema", "$id", "$defs", "title", "description", "format"]

  private func problems(_ value: JSONValue, _ schema: JSONValue, _ place: String) -> [String] {
    guard case .object(let rules) = schema else { return schema == .bool(true) ? [] : ["\(place): no schema"] }
    return rules.keys.sorted().flatMap { key -> [String] in
      let rule = rules[key] ?? .null
      switch key {
      case "$ref": return reference(rule).map { problems(value, $0, place) } ?? ["\(place): \(rule) leads nowhere"]
      case "type":
        let types = rule.array ?? [rule]
        return types.contains { Self.is(value, $0.string ?? "") } ? [] : ["\(place): \(value) is no \(types)"]
      case "enum": return rule.array?.contains(value) == true ? [] : ["\(place): \(value) is not among \(rule)"]
      case "const": return rule == value ? [] : ["\(place): \(value) is not \(rule)"]
      case "pattern":
        guard let text = value.string, let pattern = rule.string else { return [] }
        return text.range(of: pattern, options: .regularExpression) != nil
          ? [] : ["\(place): \(text) is not \(pattern)"]
      case "required":
        let missing = rule.array?.compactMap(\.string).filter { value.object != nil && value[$0] == nil } ?? []
        return missing.map { "\(place): \($0) is missing" }
      case "properties":
        return (rule.object ?? [:]).flatMap { name, own in
          value[name].map { problems($0, own, "\(place).\(name)") } ?? []
        }
      case "additionalProperties":
        let known = Set(rules["properties"]?.object?.keys.map { $0 } ?? [])
        let others = (value.object ?? [:]).filter { !known.contains($0.key) }
        if rule == .bool(false) { return others.keys.map { "\(place): \($0) is in no schema" } }
        return others.flatMap { problems($0.value, rule, "\(place).\($0.key)") }
      case "items":
        return (value.array ?? []).enumerated().flatMap { problems($1, rule, "\(place)[\($0)]") }
      case "oneOf":
        let fitting = rule.array?.filter { problems(value, $0, place).isEmpty }.count ?? 0
        return fitting == 1 ? [] : ["\(place): \(fitting) of the choices fit"]
      default: return Self.silent.contains(key) ? [] : ["\(place): the keyword \(key) is not known here"]
      }
    }
  }

  private func reference(_ rule: JSONValue) -> JSONValue? {
    guard let name = rule.string, name.hasPrefix("#/$defs/") else { return nil }
    return document["$defs"]?[String(name.dropFirst("#/$defs/".count))]
  }

  private static func `is`(_ value: JSONValue, _ type: String) -> Bool {
    switch (value, type) {
    case (.null, "null"), (.bool, "boolean"), (.string, "string"), (.array, "array"), (.object, "object"),
      (.integer, "integer"), (.integer, "number"), (.number, "number"):
      true
    default: false
    }
  }
}
