/// A block in which prompts tell commands and their output apart.
struct ShellTranscript {
  /// The commands, a line each, prompts stripped; continuations, here-documents and open quotes kept whole.
  private(set) var command: String
  private(set) var output: String?

  /// Nil where no line has a prompt. A `# ` at the start of a line is a prompt only where the block is said to be a
  /// session and has no `$ ` prompt; elsewhere it is a comment.
  init?(_ lines: [String], hasRootPrompts: Bool) {
    let hasUserPrompts = lines.contains { Self.command(after: $0, takesRoot: false) != nil }
    let takesRoot = hasRootPrompts && !hasUserPrompts
    var commands: [String] = []
    var output: [String] = []
    var index = 0
    while index < lines.count {
      guard let start = Self.command(after: lines[index], takesRoot: takesRoot) else {
        output.append(lines[index])
        index += 1
        continue
      }
      let end = Self.end(of: start, at: index, in: lines, takesRoot: takesRoot)
      commands.append(start)
      for line in lines[(index + 1)..<(end + 1)] {
        commands.append(line.hasPrefix("> ") ? String(line.dropFirst(2)) : line)
      }
      index = end + 1
    }
    guard !commands.isEmpty else { return nil }
    command = commands.joined(separator: "\n")
    while output.last?.trimmed.isEmpty == true { output.removeLast() }
    self.output = output.isEmpty ? nil : output.joined(separator: "\n")
  }

  /// The place of the last line that belongs to the command that begins at `index`.
  private static func end(of start: String, at index: Int, in lines: [String], takesRoot: Bool)
    -> Int
  {
    var end = index
    var text = start
    while end + 1 < lines.count, continues(text),
      command(after: lines[end + 1], takesRoot: takesRoot) == nil
    {
      end += 1
      text += "\n" + lines[end]
    }
    if let delimiter = hereDocument(in: start),
      let close = lines[(end + 1)...].firstIndex(where: { $0.trimmed == delimiter })
    {
      return close
    }
    // A quote is left open on purpose only where a later line closes it before the next prompt.
    if hasOpenQuote(text) {
      var extended = text
      for next in (end + 1)..<max(lines.count, end + 1) {
        if command(after: lines[next], takesRoot: takesRoot) != nil { break }
        extended += "\n" + lines[next]
        if !hasOpenQuote(extended) { return next }
      }
    }
    return end
  }

  private static func continues(_ text: String) -> Bool {
    let backslashes = text.reversed().prefix { $0 == "\\" }.count
    if backslashes % 2 == 1 { return true }
    let end = text.trimmedEnd
    return end.hasSuffix("|") || end.hasSuffix("&&")
  }

  private static func hereDocument(in line: String) -> String? {
    guard let range = line.firstRange(of: "<<"), !line[range.upperBound...].hasPrefix("<") else {
      return nil
    }
    let rest = line[range.upperBound...].drop { $0 == "-" || $0 == " " }
    let word = rest.drop { $0 == "'" || $0 == "\"" }.prefix {
      $0.isLetter || $0.isNumber || $0 == "_"
    }
    return word.isEmpty ? nil : String(word)
  }

  private static func hasOpenQuote(_ text: String) -> Bool {
    var quote: Character?
    var isEscaped = false
    for character in text {
      if isEscaped {
        isEscaped = false
      } else if character == "\\", quote != "'" {
        isEscaped = true
      } else if let open = quote {
        if character == open { quote = nil }
      } else if character == "'" || character == "\"" {
        quote = character
      }
    }
    return quote != nil
  }

  /// What stands after a prompt: `$ `, `user@host:~$ `, `[root@host ~]# `, `sh-4.4# `; nil where there is none.
  static func command(after line: String, takesRoot: Bool) -> String? {
    let bare = line.drop { $0 == " " || $0 == "\t" }
    if bare.hasPrefix("$ ") { return nonEmpty(bare.dropFirst(2)) }
    if takesRoot, bare.hasPrefix("# ") { return nonEmpty(bare.dropFirst(2)) }
    guard let mark = bare.firstIndex(where: { $0 == "$" || $0 == "#" }), mark != bare.startIndex,
      bare[bare.index(after: mark)...].hasPrefix(" ")
    else { return nil }
    let prompt = bare[..<mark]
    let isHost =
      prompt.contains("@") && prompt.count <= 120 && !prompt.contains("=") && !prompt.contains("\"")
      && prompt.split(separator: " ").count <= 2
    let isShell = prompt.hasPrefix("sh-") || prompt.hasPrefix("bash-")
    guard isHost || isShell && !prompt.contains(" ") else { return nil }
    return nonEmpty(bare[mark...].dropFirst(2))
  }

  private static func nonEmpty(_ text: Substring) -> String? {
    let text = text.drop { $0 == " " }.trimmedEnd
    return text.isEmpty ? nil : String(text)
  }
}
