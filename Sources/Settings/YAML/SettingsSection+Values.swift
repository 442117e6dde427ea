import EventLog
import OnCall
import Yams

// Each reader gives nil both where the key is absent and where its value is wrong; the latter is reported.

extension SettingsSection {
  func text(_ key: String) -> String? { value(key).flatMap { text(of: $0, called: key) } }

  /// The text of a scalar; reports what is no text, empty, or would disturb a terminal.
  func text(of node: Node, called key: String) -> String? {
    guard let scalar = node.scalar, !node.isNothing, !scalar.string.isEmpty else {
      findings.report(
        node, node.isNothing ? "'\(key)' has no value" : "'\(key)' must be a text, and is \(node.kindInWords)",
        advice: "write a value, or take the key out")
      return nil
    }
    guard !scalar.string.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) else {
      findings.report(node, "'\(key)' holds a control character", advice: "write it as one line of plain text")
      return nil
    }
    return scalar.string
  }

  func requiredText(_ key: String, example: String) -> String? {
    guard has(key) else {
      findings.report(node, "\(name) has no '\(key)'", advice: "add for example '\(key): \(example)'")
      return nil
    }
    return text(key)
  }

  func integer(_ key: String, in range: ClosedRange<Int>) -> Int? {
    guard let text = text(key) else { return nil }
    guard let number = Int(text), range.contains(number) else {
      report(
        key, "'\(key)' is '\(text)'", advice: "write a whole number from \(range.lowerBound) to \(range.upperBound)")
      return nil
    }
    return number
  }

  func number(_ key: String, in range: ClosedRange<Double>) -> Double? {
    guard let text = text(key) else { return nil }
    guard let number = Double(text), range.contains(number) else {
      report(
        key, "'\(key)' is '\(text)'", advice: "write a number from \(Int(range.lowerBound)) to \(Int(range.upperBound))"
      )
      return nil
    }
    return number
  }

  /// A length of time above zero.
  func span(_ key: String) -> Span? {
    guard let text = text(key) else { return nil }
    guard let span = SpanText.span(text), span > .zero else {
      report(key, "'\(key)' is '\(text)', which is no length of time", advice: "write for example 30s, 15m, 4h, 7d, 1w")
      return nil
    }
    return span
  }

  /// A length of time, or the word "none": nil outside where absent or wrong, nil inside where "none".
  func spanOrNone(_ key: String) -> Span?? {
    guard let scalar = value(key)?.scalar, scalar.string == "none" else {
      return span(key).map { .some($0) }
    }
    return .some(nil)
  }

  /// One of the raw values of an enum.
  func choice<Choice: RawRepresentable & CaseIterable>(_ key: String, of type: Choice.Type) -> Choice?
  where Choice.RawValue == String {
    guard let text = text(key) else { return nil }
    if let choice = Choice(rawValue: text) { return choice }
    report(
      key, "'\(key)' is '\(text)'",
      advice: NearestWord.advice(for: text, among: Choice.allCases.map(\.rawValue)))
    return nil
  }

  /// A list of texts, each with its place.
  func items(_ key: String) -> [(text: String, node: Node)] {
    guard let node = value(key), !node.isNothing else { return [] }
    guard let sequence = node.sequence else {
      findings.report(node, "'\(key)' must be a list, and is \(node.kindInWords)", advice: "write '\(key): [one, two]'")
      return []
    }
    return sequence.compactMap { item in text(of: item, called: key).map { ($0, item) } }
  }

  /// A list of texts without repetition.
  func list(_ key: String) -> [String] {
    var seen: Set<String> = []
    for item in items(key) where !seen.insert(item.text).inserted {
      findings.report(item.node, "'\(item.text)' stands in '\(key)' twice", advice: "keep one of them")
    }
    return items(key).map(\.text)
  }

  func zone(_ key: String) -> Zone? {
    guard let text = text(key) else { return nil }
    if let zone = Zone(text) { return zone }
    report(
      key, "'\(key)' is '\(text)', which is no time zone of the IANA database",
      advice: NearestWord.to(text, among: Zone.identifiers).map { "did you mean '\($0)'?" }
        ?? "write for example Europe/Berlin or UTC")
    return nil
  }
}
