extension CommandRisk {
  /// The gravest of everything a text would run.
  static func assess(_ text: String, language: String) -> CommandRisk {
    switch language {
    case "sql", "pgsql", "psql", "mysql": statement(text)
    case "redis": redis(text.split(whereSeparator: \.isWhitespace).map { $0.lowercased() })
    case "ruby", "rb", "python", "py", "javascript", "js", "powershell", "ps1":
      ["delete", "destroy", "drop_", "rmtree", "unlink", "remove-item", "truncate"].contains {
        text.lowercased().contains($0)
      } ? .destructive : .unknown
    default: shell(text, depth: 0)
    }
  }

  private static func shell(_ text: String, depth: Int) -> CommandRisk {
    // Shells inside shells inside shells: whatever it is, it is not plainly safe.
    guard depth < 4 else { return .unknown }
    // Here-documents feed a program or a file; their lines are not commands, and what takes them decides.
    let text = withoutPlaceholders(withoutHereDocuments(text))
    return ShellWords(text).commands.reduce(.safe) { $0.joined(simple($1, depth: depth)) }
  }

  private static func simple(_ words: [String], depth: Int) -> CommandRisk {
    var words = words[...]
    var risk = CommandRisk.safe
    if writesFile(words) { risk = .unknown }
    while let word = words.first {
      if prefixes.contains(word) || isAssignment(word) {
        words = words.dropFirst()
        guard word == "sudo" || word == "watch" || word == "timeout" || word == "env" else {
          continue
        }
        while let option = words.first,
          option.hasPrefix("-") || option.first?.isNumber == true || isAssignment(option)
        {
          words = words.dropFirst()
          if ["-u", "-g", "-n", "--user"].contains(option), option.count == 2 || option == "--user" {
            words = words.dropFirst()
          }
        }
      } else {
        break
      }
    }
    guard let program = words.first else { return risk }
    let name = String(program.split(separator: "/").last ?? "")
    return risk.joined(judge(name, Array(words.dropFirst()), depth: depth))
  }

  private static func judge(_ name: String, _ arguments: [String], depth: Int) -> CommandRisk {
    if destroyers.contains(name) || name.hasPrefix("mkfs") { return .destructive }
    if let tool = tools[name] { return tool.judge(arguments) { shell($0, depth: depth + 1) } }
    switch name {
    case "for", "select", "case", "function", "done", "fi", "esac", "}", "break", "continue":
      return .safe
    case "psql", "mysql", "sqlite3":
      let statements = arguments.filter { $0.contains(" ") || $0.hasPrefix("\\") }.joined(
        separator: ";")
      return statements.isEmpty ? .unknown : statement(statements)
    case "redis-cli": return redis(arguments.map { $0.lowercased() })
    case "curl": return curl(arguments)
    case "find":
      if arguments.contains("-delete") { return .destructive }
      guard
        let place = arguments.firstIndex(where: { $0.hasPrefix("-exec") || $0.hasPrefix("-ok") })
      else { return .safe }
      return shell(arguments[(place + 1)...].joined(separator: " "), depth: depth + 1).joined(
        .unknown)
    case "sed":
      return arguments.contains { $0.hasPrefix("-i") || $0.hasPrefix("--in-place") }
        ? .unknown : .safe
    case "awk", "gawk":
      return arguments.contains { $0.contains("system(") || $0.contains(">") } ? .unknown : .safe
    case "tee": return .unknown
    case "xargs":
      let command = arguments.drop { $0.hasPrefix("-") || $0.first?.isNumber == true }
      return shell(command.joined(separator: " "), depth: depth + 1)
    case "sh", "bash", "zsh", "ssh", "knife", "su", "eval", "chroot", "nsenter", "parallel",
      "script", "trap":
      // What runs elsewhere is never plainly safe; what it deletes there is gone all the same.
      let inner =
        arguments.indices.map { arguments[$0...].joined(separator: " ") }
        + arguments.filter { $0.contains(" ") }
      let isGrave =
        arguments.contains(where: graveWords.contains)
        || inner.prefix(40).contains { shell($0, depth: depth + 1) == .destructive }
      return isGrave ? .destructive : .unknown
    default:
      if readers.contains(name) { return .safe }
      return arguments.contains(where: graveWords.contains) ? .destructive : .unknown
    }
  }

  /// What no program of any name does harmlessly.
  private static let graveWords: Set<String> = [
    "delete", "destroy", "rm", "remove", "purge", "drop", "terminate", "uninstall", "wipe",
    "format", "stop", "kill",
    "reset", "--delete",
  ]

  private static func curl(_ arguments: [String]) -> CommandRisk {
    var method = "GET"
    var sends = false
    for (index, argument) in arguments.enumerated() {
      if argument == "-X" || argument == "--request", index + 1 < arguments.count {
        method = arguments[index + 1].uppercased()
      } else if argument.hasPrefix("-X") {
        method = argument.dropFirst(2).uppercased()
      } else if argument.hasPrefix("--request=") {
        method = argument.dropFirst(10).uppercased()
      } else if argument.hasPrefix("-d") || argument.hasPrefix("--data") || argument.hasPrefix("-F")
        || argument.hasPrefix("--form") || argument == "-T" || argument.hasPrefix("--upload")
        || argument == "--json"
        || argument == "-O" || argument == "--remote-name"
      {
        sends = true
      } else if argument == "-o" || argument == "--output", index + 1 < arguments.count {
        sends = sends || arguments[index + 1] != "/dev/null"
      }
    }
    if method == "DELETE" || method == "PURGE" { return .destructive }
    return sends || !["GET", "HEAD", "OPTIONS"].contains(method) ? .unknown : .safe
  }

  private static func redis(_ words: [String]) -> CommandRisk {
    let destroying: Set<String> = [
      "flushall", "flushdb", "del", "unlink", "shutdown", "failover", "kill", "debug",
    ]
    let reading: Set<String> = [
      "info", "ping", "llen", "get", "ttl", "scan", "dbsize", "memory", "slowlog", "latency",
      "exists", "type", "hgetall",
      "--latency", "--bigkeys", "--stat", "--scan", "sentinel", "role", "lastsave", "zcard",
      "scard", "hlen", "strlen",
    ]
    if words.contains(where: destroying.contains) { return .destructive }
    return words.contains(where: reading.contains) ? .safe : .unknown
  }

  private static func statement(_ text: String) -> CommandRisk {
    let words = text.uppercased().split { !$0.isLetter && $0 != "_" }.map(String.init)
    let destroying: Set<String> = [
      "DROP", "TRUNCATE", "DELETE", "PG_TERMINATE_BACKEND", "PG_PROMOTE", "KILL",
    ]
    let changing: Set<String> = [
      "UPDATE", "INSERT", "ALTER", "CREATE", "GRANT", "REVOKE", "VACUUM", "REINDEX", "CALL", "DO",
      "COPY", "MERGE", "SET",
      "PG_CANCEL_BACKEND", "PG_RELOAD_CONF", "LOCK", "CLUSTER", "REFRESH", "INTO", "PG_SWITCH_WAL",
    ]
    let reading: Set<String> = ["SELECT", "SHOW", "EXPLAIN", "WITH", "TABLE", "DESCRIBE", "VALUES"]
    if words.contains(where: destroying.contains) { return .destructive }
    if words.contains(where: changing.contains) { return .unknown }
    return words.first.map(reading.contains) == true || text.hasPrefix("\\d") ? .safe : .unknown
  }

  private static func isAssignment(_ word: String) -> Bool {
    guard let equals = word.firstIndex(of: "="), equals != word.startIndex else { return false }
    return word[..<equals].allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
  }

  private static func writesFile(_ words: ArraySlice<String>) -> Bool {
    for (index, word) in zip(words.indices, words) {
      guard let mark = word.firstIndex(of: ">"), word[..<mark].allSatisfy({ $0.isNumber }) else {
        continue
      }
      let rest = word[mark...].drop { $0 == ">" || $0 == "|" }
      let target = rest.isEmpty && index + 1 < words.endIndex ? words[index + 1][...] : rest
      if !target.hasPrefix("&"), target != "/dev/null" { return true }
    }
    return false
  }

  /// `<pod name>` stands for a word and is no redirection.
  private static func withoutPlaceholders(_ text: String) -> String {
    guard text.contains("<") else { return text }
    var result = ""
    var rest = text[...]
    while let open = rest.firstIndex(of: "<") {
      result += rest[..<open]
      rest = rest[open...]
      let inside = rest.dropFirst().prefix { $0.isLetter || $0.isNumber || " _-.".contains($0) }
      let after = rest.dropFirst(inside.count + 1)
      let ends = after.dropFirst().first.map { $0.isWhitespace || "'\"/.,:)=".contains($0) } ?? true
      if inside.first?.isLetter == true, inside.last != " ", after.first == ">", ends {
        result += "placeholder"
        rest = after.dropFirst()
      } else {
        result += "<"
        rest = rest.dropFirst()
      }
    }
    return result + rest
  }

  private static func withoutHereDocuments(_ text: String) -> String {
    guard text.contains("<<") else { return text }
    var kept: [Substring] = []
    var delimiter: String?
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if let open = delimiter {
        if line.trimmed == open { delimiter = nil }
        continue
      }
      kept.append(line)
      if let range = line.firstRange(of: "<<"), !line[range.upperBound...].hasPrefix("<") {
        let word = line[range.upperBound...].drop { "-'\" ".contains($0) }
          .prefix { $0.isLetter || $0.isNumber || $0 == "_" }
        if !word.isEmpty { delimiter = String(word) }
      }
    }
    return kept.joined(separator: "\n")
  }

  private static let prefixes: Set<String> = [
    "sudo", "env", "time", "nohup", "exec", "command", "watch", "timeout", "then", "do", "else",
    "elif", "if", "while",
    "until", "!", "{", "builtin", "nice", "stdbuf",
  ]
  static let destroyers: Set<String> = [
    "rm", "rmdir", "unlink", "shred", "dd", "fdisk", "parted", "wipefs", "lvremove", "vgremove",
    "pvremove", "reboot",
    "shutdown", "poweroff", "halt", "kill", "killall", "pkill", "dropdb", "dropuser", "userdel",
    "truncate", "fuser",
  ]
  static let readers: Set<String> = [
    "cat", "cut", "date", "df", "dig", "dmesg", "du", "echo", "egrep", "export", "false", "fgrep",
    "file", "free", "grep",
    "head", "host", "hostname", "htop", "id", "iostat", "jq", "journalctl", "last", "less", "ls",
    "lsblk", "lscpu", "lsof",
    "more", "mpstat", "nproc", "netstat", "nslookup", "pgrep", "pidof", "pidstat", "ping",
    "printenv", "printf", "ps",
    "pstree", "pwd", "sar", "seq", "sleep", "sort", "ss", "stat", "tail", "test", "[", "[[", "]]",
    "top", "tr",
    "traceroute", "tree", "true", "type", "uname", "uniq", "uptime", "vmstat", "w", "wc", "which",
    "who", "whoami", "yq",
    "promtool", "amtool", "column", "diff", "cmp", "md5sum", "sha256sum", "zcat", "zgrep", "mtr",
    "base64", "basename",
    "dirname", "getent", "nvidia-smi", "pg_isready", "read", "set", "cd", "lspci", "findmnt",
  ]
}
