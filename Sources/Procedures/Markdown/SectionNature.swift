/// Whether a section tells what to do or what to know; judged by its title, since that is how runbooks are written.
enum SectionNature {
  /// Meaning, impact, symptoms …: read, not ticked.
  case descriptive
  /// Diagnosis, mitigation, resolution …: done and ticked.
  case instructive
  /// The title does not say; the text beneath decides.
  case open

  init(title: String) {
    let words = Self.words(of: title)
    let joined = " " + words.joined(separator: " ") + " "
    func has(_ list: [String]) -> Bool {
      list.contains { entry in
        entry.unicodeScalars.first.map { $0.value > 0x7F } == true
          ? title.contains(entry) : joined.contains(" " + entry)
      }
    }
    // An option is taken whatever its name says: "Option C: serve what is known".
    if words.first == "option", words.count > 1 {
      self = .instructive
      return
    }
    // What is written to be sent or kept for later is neither done nor ticked during the run, whatever verb is in it.
    if has(Self.alwaysDescriptive) {
      self = .descriptive
    } else if has(Self.instructiveWords) || words.first.map(Imperatives.contains) == true {
      self = .instructive
    } else {
      self = has(Self.descriptiveWords) ? .descriptive : .open
    }
  }

  static func words(of text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "'" }.map(String.init)
  }

  // Stems: "diagnos" stands for diagnosis, diagnose and diagnostics.
  private static let alwaysDescriptive = [
    "communication template", "message template", "prevent", "see also", "further reading",
    "table of content",
    "what is ", "why ", "escalation contact", "预防",
  ]
  private static let instructiveWords = [
    "diagnos", "mitigat", "resol", "troubleshoot", "action", "investigat", "remed", "recover",
    "workaround", "fix",
    "how to", "step", "procedure", "validat", "verif", "check", "immediate", "option", "rollback",
    "roll back",
    "restor", "escalat", "response", "triage", "preparation", "prerequisite", "before you",
    "post incident", "cleanup",
    "clean up", "诊断", "排查", "处理", "缓解", "解决", "步骤", "恢复", "操作", "检查", "对処", "対処", "診断", "復旧", "手順",
  ]
  private static let descriptiveWords = [
    "meaning", "impact", "symptom", "overview", "background", "description", "summary",
    "introduction", "about",
    "reference", "link", "note", "example", "dashboard", "architecture", "glossary", "owner",
    "contact", "severity",
    "communicat", "context", "purpose", "cause", "detection", "metric", "resource", "tutorial",
    "logging", "reason",
    "terminolog", "scope", "audience", "history", "含义", "影响", "症状", "概述", "背景", "说明", "参考", "目标",
    "动机",
    "意味", "影響", "概要", "原因",
  ]
}
