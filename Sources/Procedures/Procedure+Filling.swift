extension Procedure {
  /// The procedure with `{{name}}` replaced by values of the incident and its alerts, else by the front matter's own.
  ///
  /// What has no value stays visible. In commands and checks a value is put in only where it cannot end a word or
  /// start something else, for labels come from outside; elsewhere the place stays visible too. `{{ $labels.x }}`
  /// reads the value of `x`.
  package func filled(with values: [String: String]) -> Procedure {
    let values = frontMatter.variables.merging(values) { _, given in given }
    guard !values.isEmpty else { return self }
    var copy = self
    for index in copy.steps.indices {
      copy.steps[index].title = Placeholder.fill(
        steps[index].title, values, takes: Placeholder.isOneLine)
      copy.steps[index].text = Placeholder.fill(
        steps[index].text, values, takes: Placeholder.isOneLine)
      for place in copy.steps[index].commands.indices {
        let command = steps[index].commands[place]
        let text = Placeholder.fill(command.text, values, takes: Placeholder.isPlainWord)
        guard text != command.text else { continue }
        copy.steps[index].commands[place].text = text
        copy.steps[index].commands[place].risk = command.risk.joined(
          .assess(text, language: command.language))
      }
      for place in copy.steps[index].checks.indices {
        let check = steps[index].checks[place]
        copy.steps[index].checks[place].query = Placeholder.fill(
          check.query, values, takes: Placeholder.isPlainWord)
      }
    }
    return copy
  }

  /// The names that still stand in the steps as `{{name}}`, in order, each once.
  package var unfilled: [String] {
    var seen: Set<String> = []
    return steps.flatMap { step in
      Placeholder.names(in: step.text) + step.commands.flatMap { Placeholder.names(in: $0.text) }
        + step.checks.flatMap { Placeholder.names(in: $0.query) }
    }.filter { seen.insert($0).inserted }
  }
}

/// `{{name}}` in a text.
private enum Placeholder {
  static func fill(_ text: String, _ values: [String: String], takes: (String) -> Bool) -> String {
    var result = ""
    each(in: text) { piece, name in
      if let name, let value = values[name], takes(value) {
        result += value
      } else {
        result += piece
      }
    }
    return result
  }

  static func names(in text: String) -> [String] {
    var names: [String] = []
    each(in: text) { _, name in if let name { names.append(name) } }
    return names
  }

  static func isOneLine(_ value: String) -> Bool {
    !value.unicodeScalars.contains { $0.value < 32 || $0.value == 127 }
  }

  static func isPlainWord(_ value: String) -> Bool {
    !value.isEmpty && !value.hasPrefix("-")
      && value.utf8.allSatisfy { byte in
        (48...57).contains(byte) || (65...90).contains(byte) || (97...122).contains(byte)
          || "-_./:@%+,".utf8.contains(byte)
      }
  }

  /// Calls back with every piece of the text, and with the name where the piece is a placeholder.
  private static func each(in text: String, _ body: (Substring, String?) -> Void) {
    var rest = text[...]
    while let open = rest.firstRange(of: "{{") {
      body(rest[..<open.lowerBound], nil)
      rest = rest[open.lowerBound...]
      guard let close = rest.firstRange(of: "}}"),
        let name = name(rest[rest.index(open.lowerBound, offsetBy: 2)..<close.lowerBound])
      else {
        body(rest.prefix(2), nil)
        rest = rest.dropFirst(2)
        continue
      }
      body(rest[..<close.upperBound], name)
      rest = rest[close.upperBound...]
    }
    body(rest, nil)
  }

  private static func name(_ inside: Substring) -> String? {
    var name = inside.trimmed
    if name.hasPrefix("$labels.") { name = String(name.dropFirst(8)) }
    let isName =
      !name.isEmpty && name.utf8.count <= 64
      && name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "." || $0 == "-" }
    return isName ? name : nil
  }
}
