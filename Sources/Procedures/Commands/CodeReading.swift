/// What a block of code is: a command to run, a check with an answer, or something to read.
struct CodeReading {
  private(set) var command: StepCommand?
  private(set) var check: StepCheck?

  var isRunnable: Bool { command != nil || check != nil }

  init(_ code: MarkdownBlock.Code) {
    let info = FenceInfo(code.info)
    let line = code.lines.lowerBound
    var body = code.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    while body.last?.trimmed.isEmpty == true { body.removeLast() }
    guard !body.isEmpty else { return }
    let expect = info["expect"] ?? Self.directive("expect", in: &body)
    let risk = (info["risk"] ?? Self.directive("risk", in: &body)).flatMap {
      CommandRisk(rawValue: $0.lowercased())
    }
    let text = body.joined(separator: "\n")
    switch info.language {
    case "promql":
      check = StepCheck(kind: .promql, query: text, expect: expect, line: line)
    case "http":
      check = StepCheck(kind: .http, query: text, expect: expect, line: line)
    case let language where Self.shells.contains(language):
      let transcript = ShellTranscript(
        body, hasRootPrompts: language == "console" || language == "shell-session")
      if let expect {
        check = StepCheck(kind: .sh, query: transcript?.command ?? text, expect: expect, line: line)
      } else {
        command = Self.command(transcript, text: text, language: language, risk: risk, line: line)
      }
    case let language where Self.otherInterpreters.contains(language):
      command = StepCommand(
        language: language, text: text, risk: risk ?? CommandRisk.assess(text, language: language),
        line: line)
    case "", "text", "txt", "plain":
      let transcript = ShellTranscript(body, hasRootPrompts: false)
      let looksRunnable = info.language.isEmpty && Self.looksRunnable(text)
      guard transcript != nil || looksRunnable else { return }
      command = Self.command(
        transcript, text: text, language: info.language, risk: risk, line: line)
    default: break
    }
  }

  private static func command(
    _ transcript: ShellTranscript?, text: String, language: String, risk: CommandRisk?, line: Int
  ) -> StepCommand {
    let command = transcript?.command ?? text
    return StepCommand(
      language: language, text: command,
      risk: risk ?? CommandRisk.assess(command, language: language),
      output: transcript?.output, line: line)
  }

  /// Whether text that names no language begins with a program that people run.
  static func looksRunnable(_ text: String) -> Bool {
    for line in text.split(separator: "\n") {
      let line = line.trimmed
      if line.isEmpty || line.hasPrefix("#") { continue }
      guard let word = line.split(separator: " ").first.map(String.init) else { return false }
      if word.hasPrefix("./") || word.hasPrefix("/usr/") || word.hasPrefix("/opt/")
        || word.hasPrefix("/bin/")
      {
        return true
      }
      return KnownPrograms.contains(word) && !line.hasSuffix(":")
    }
    return false
  }

  /// `risk: destructive` on a line of its own in a step's prose speaks for all its commands.
  static func declaredRisk(inProse text: String) -> CommandRisk? {
    for line in text.split(separator: "\n") {
      let bare = line.filter { !"`*_- >".contains($0) }.lowercased()
      guard bare.hasPrefix("risk:") else { continue }
      if let risk = CommandRisk(rawValue: String(bare.dropFirst(5).prefix { $0.isLetter })) {
        return risk
      }
    }
    return nil
  }

  /// Takes a line `expect: …` or `# expect: …` out of a block.
  private static func directive(_ name: String, in body: inout [String]) -> String? {
    for (index, line) in body.enumerated() {
      var rest = line.trimmed
      if rest.hasPrefix("#") { rest = String(rest.dropFirst()).trimmed }
      guard rest.lowercased().hasPrefix(name + ":") else { continue }
      body.remove(at: index)
      return String(rest.dropFirst(name.count + 1)).trimmed
    }
    return nil
  }

  private static let shells: Set<String> = [
    "sh", "bash", "shell", "zsh", "console", "shell-session", "terminal", "fish",
  ]
  private static let otherInterpreters: Set<String> = [
    "sql", "pgsql", "psql", "mysql", "ruby", "rb", "python", "py", "javascript", "js", "powershell",
    "ps1", "redis",
  ]
}
