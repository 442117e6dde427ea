/// What the terminal is and lacks, from its environment alone.
enum TerminalFindings {
  static func all(environment: [String: String], isTerminal: Bool) -> [Finding] {
    guard isTerminal else { return [Finding("terminal", isSound: true, "none here; `--plain` works in pipes.")] }
    let term = environment["TERM"] ?? ""
    var findings = [
      term.isEmpty || term == "dumb"
        ? Finding(
          "terminal", isSound: false, "TERM is \(term.isEmpty ? "not set" : term): the console opens as --plain.")
        : Finding("terminal", isSound: true, "TERM is \(term).")
    ]
    let locale =
      [environment["LC_ALL"], environment["LC_CTYPE"], environment["LANG"]]
      .compactMap { $0 }.first { !$0.isEmpty } ?? "C"
    let isUTF8 = locale.uppercased().replacing("-", with: "").hasSuffix("UTF8")
    findings.append(
      isUTF8
        ? Finding("locale", isSound: true, locale)
        : Finding(
          "locale", isSound: false, "\(locale) is not UTF-8: the console uses C.UTF-8 where it can, else ASCII."))
    if environment["TMUX"] != nil {
      findings.append(
        Finding("tmux", isSound: true, "`set -sg escape-time 10` in tmux.conf makes Esc answer at once."))
    }
    return findings
  }
}
