/// Finds abbreviations at their first use that nobody spells out.
struct JargonCheck {
  private var seen: Set<String>

  /// What everybody who reads such a text knows; the usual mark of unfinished work is one of these words too.
  private static let known: Set = [
    "API", "APIS", "AWS", "CEO", "CLI", "CPU", "CSS", "CSV", "CTO", "DB", "DNS", "EU", "FAQ", "GB", "GMT", "HTML",
    "HTTP",
    "HTTPS", "ID", "IDS", "IO", "IP", "IT", "JSON", "KB", "MB", "OK", "OS", "PC", "PDF", "PM", "AM", "PR", "PRS", "QA",
    "RAM", "REST", "SLA", "SLO", "SLI", "SMS", "SQL", "SRE", "SREs", "SSD", "SSH", "SSL", "TB", "TCP", "TLS", "TTL",
    "TV",
    "UDP", "UI", "UK", "URL", "URLS", "US", "USA", "USB", "UTC", "VM", "VMS", "VPN", "XML", "YAML", "TODO", "CET",
    "CEST",
    "EST", "EDT", "PST", "PDT", "BST", "IST", "JST", "SEV", "RTO", "RPO", "TTD", "TTA", "TTM", "TTR", "MTTR", "MTTD",
    "MTTA", "IC", "ETA", "README", "NOT", "AND", "OR", "ALL", "NO", "YES", "THE", "GET", "POST", "PUT", "DELETE", "WAL",
    "DRILL", "UNVERIFIED", "NA", "TBD", "CI", "CD", "NEW",
  ]

  /// Whatever stands in the glossary, or beside its long form in brackets anywhere, is explained.
  init(_ manuscript: Manuscript) {
    seen = []
    for block in manuscript.blocks {
      let kind = manuscript.kind(of: block)
      let words = WordReader(block, bytes: manuscript.bytes).words()
      for (place, word) in words.enumerated() where Self.isAbbreviation(word) {
        let isBracketed = word.before == UInt8(ascii: "(") && word.after == UInt8(ascii: ")")
        let opens = place + 1 < words.count && words[place + 1].before == UInt8(ascii: "(")
        if kind == .glossary || isBracketed || opens { seen.insert(Self.bare(word)) }
      }
    }
  }

  mutating func hits(_ words: [Word]) -> [WordingCheck.Hit] {
    var hits: [WordingCheck.Hit] = []
    for (place, word) in words.enumerated() where Self.isAbbreviation(word) {
      if seen.insert(Self.bare(word)).inserted { hits.append(.init(.jargon, place..<place + 1)) }
    }
    return hits
  }

  private static func bare(_ word: Word) -> String {
    var text = word.text
    if text.hasSuffix("'s") { text.removeLast(2) }
    return text
  }

  private static func isAbbreviation(_ word: Word) -> Bool {
    guard !word.isQuoted, word.isCapitals, !known.contains(bare(word).uppercased()) else { return false }
    let text = bare(word)
    return (2...5).contains(text.count) && text.allSatisfy { $0.isLetter && $0.isASCII }
  }
}
