package import EventLog

extension Finding {
  /// An element of `findings` in `postmortem check --json`.
  package var json: JSONValue {
    .object([
      "rule": .string(rule.rawValue), "level": .string(level.rawValue), "line": .integer(Int64(line)),
      "column": .integer(Int64(column)),
      "range": .object(["start": .integer(Int64(range.lowerBound)), "end": .integer(Int64(range.upperBound))]),
      "section": .string(section.rawValue), "words": .string(words), "why": .string(why),
      "suggestion": .string(suggestion),
    ])
  }
}

extension SectionGap {
  /// An element of `gaps` in `postmortem check --json`.
  package var json: JSONValue {
    .object([
      "section": .string(section.rawValue), "trouble": .string(trouble.rawValue),
      "line": line.map { .integer(Int64($0)) } ?? .null, "what": .string(sentence),
    ])
  }
}
