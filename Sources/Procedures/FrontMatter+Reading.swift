import EventLog
import Yams

extension FrontMatter {
  /// What was found at the head of a text, and how many lines it takes, fences included.
  struct Reading {
    var frontMatter = FrontMatter()
    var problems: [ProcedureProblem] = []
    var lineCount = 0
  }

  /// A head longer than this is no head; the limit keeps a hostile file from costing time.
  private static let greatestLength = 65_536

  /// Reads the head between `---` fences. TOML between `+++` is stepped over: its keys are another tool's.
  static func read(_ lines: [Substring]) -> Reading {
    guard let first = lines.first?.trimmedEnd else { return Reading() }
    let closers: Set<String> = first == "---" ? ["---", "..."] : first == "+++" ? ["+++"] : []
    guard !closers.isEmpty,
      let end = lines.dropFirst().firstIndex(where: { closers.contains(String($0.trimmedEnd)) })
    else { return Reading() }
    var reading = Reading()
    reading.lineCount = end + 1
    guard first == "---" else { return reading }
    let yaml = lines[1..<end].joined(separator: "\n")
    guard yaml.utf8.count <= greatestLength else {
      reading.problems.append(
        ProcedureProblem(line: 1, "The front matter is longer than 64 KiB and was not read."))
      return reading
    }
    guard aliasCount(in: yaml) <= 8 else {
      reading.problems.append(
        ProcedureProblem(
          line: 1, "The front matter repeats itself by YAML aliases; write the values out."))
      return reading
    }
    do {
      guard let root = try Yams.compose(yaml: yaml) else { return reading }
      guard let mapping = root.mapping else {
        reading.problems.append(
          ProcedureProblem(line: 2, "The front matter should be a list of `key: value` lines."))
        return reading
      }
      for (key, value) in mapping { reading.take(key.string ?? "", value) }
    } catch let error as YamlError {
      reading.problems.append(problem(for: error))
    } catch {
      reading.problems.append(
        ProcedureProblem(line: 1, "The front matter is not YAML and was not read."))
    }
    return reading
  }

  /// Aliases of aliases can stand for more text than any memory holds; a procedure has no need of them.
  private static func aliasCount(in yaml: String) -> Int {
    var count = 0
    var previous: UInt8 = 10
    for byte in yaml.utf8 {
      if byte == 42, [10, 32, 44, 58, 91, 123].contains(previous) { count += 1 }
      previous = byte
    }
    return count
  }

  private static func problem(for error: YamlError) -> ProcedureProblem {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      ProcedureProblem(
        line: mark.line + 1, "The front matter is not YAML (\(problem)) and was not read.")
    case .duplicatedKeysInMapping(let keys, let context):
      ProcedureProblem(
        line: context.mark.line + 1,
        "The front matter gives \(keys.joined(separator: ", ")) twice and was not read.")
    default:
      ProcedureProblem(line: 1, "The front matter is not YAML and was not read.")
    }
  }
}

extension FrontMatter.Reading {
  fileprivate mutating func take(_ key: String, _ value: Node) {
    switch key {
    case "kind":
      guard let word = text(key, value) else { return }
      guard let kind = ProcedureKind(rawValue: word.lowercased()) else {
        let known = ProcedureKind.allCases.map(\.rawValue).joined(separator: ", ")
        return note(value, "`kind: \(word)` is none of \(known); it counts as a runbook.")
      }
      frontMatter.kind = kind
    case "title": frontMatter.title = text(key, value)
    case "service": frontMatter.service = text(key, value)
    case "severity": frontMatter.severity = text(key, value)
    case "tier":
      guard let word = text(key, value) else { return }
      guard let tier = Int(word), (1...4).contains(tier) else {
        return note(value, "`tier: \(word)` should be a number from 1 to 4.")
      }
      frontMatter.tier = tier
    case "target": frontMatter.target = span(key, value)
    case "rto": frontMatter.rto = span(key, value)
    case "rpo": frontMatter.rpo = span(key, value)
    case "rules": frontMatter.rules = texts(key, value)
    case "alerts": frontMatter.alerts = texts(key, value)
    case "reviewers": frontMatter.reviewers = texts(key, value)
    case "variables": frontMatter.variables = pairs(key, value)
    case "asks": frontMatter.asks = pairs(key, value).filter { !$0.value.trimmed.isEmpty }
    default: break
    }
  }

  private mutating func text(_ key: String, _ value: Node) -> String? {
    guard let scalar = value.scalar else {
      note(value, "`\(key)` should be a single text.")
      return nil
    }
    return scalar.string.isEmpty ? nil : scalar.string
  }

  private mutating func texts(_ key: String, _ value: Node) -> [String] {
    if let scalar = value.scalar { return scalar.string.isEmpty ? [] : [scalar.string] }
    guard let sequence = value.sequence else {
      note(value, "`\(key)` should be a list.")
      return []
    }
    return sequence.compactMap { item in
      guard let scalar = item.scalar else {
        note(item, "`\(key)` should be a list of texts.")
        return nil
      }
      return scalar.string
    }
  }

  private mutating func pairs(_ key: String, _ value: Node) -> [String: String] {
    guard let mapping = value.mapping else {
      note(value, "`\(key)` should be `name: value` lines.")
      return [:]
    }
    var pairs: [String: String] = [:]
    for (name, setting) in mapping {
      guard let name = name.string, let text = setting.scalar?.string else {
        note(setting, "A line of `\(key)` should be `name: value`, with a text or a number as its value.")
        continue
      }
      pairs[name] = text
    }
    return pairs
  }

  private mutating func span(_ key: String, _ value: Node) -> Span? {
    guard let word = text(key, value) else { return nil }
    guard let span = Span(written: word) else {
      note(value, "`\(key): \(word)` is not a length of time; write `15m`, `4h` or `1h30m`.")
      return nil
    }
    return span
  }

  private mutating func note(_ value: Node, _ message: String) {
    // The mark counts from 1 within the head, whose first line is the fence.
    problems.append(ProcedureProblem(line: (value.mark?.line ?? 0) + 1, message))
  }
}
