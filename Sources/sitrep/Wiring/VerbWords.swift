import ArgumentParser
import Commands
import Settings

/// The words of a command line that name its verb ("incident list"), as the parser wants them.
enum VerbWords {
  private static func verbs(below verb: any ParsableCommand.Type) -> [String: any ParsableCommand.Type] {
    var verbs: [String: any ParsableCommand.Type] = [:]
    for type in verb.configuration.subcommands {
      for name in [type._commandName] + type.configuration.aliases {
        verbs[name] = type
      }
    }
    return verbs
  }

  /// The parser knows options of a verb only behind it: those in front of its words or between them are moved to the
  /// end.
  static func ordered(_ arguments: [String]) -> [String] {
    var moved: [String] = []
    var words: [String] = []
    var rest = arguments[...]
    var known = verbs(below: Sitrep.self)
    while !known.isEmpty, let first = rest.first {
      let length = GlobalOptions.length(in: rest)
      if length > 0 {
        moved += rest.prefix(length)
        rest = rest.dropFirst(length)
      } else if let verb = known[first] {
        words.append(first)
        rest = rest.dropFirst()
        known = verbs(below: verb)
      } else {
        break
      }
    }
    let end = rest.firstIndex(of: "--") ?? rest.endIndex
    return words + rest[..<end] + moved + rest[end...]
  }

  /// What is wrong with words that name no verb, and which one was meant; nil where they name one.
  static func complaint(about arguments: [String]) -> Trouble? {
    var path = ["sitrep"]
    var known = verbs(below: Sitrep.self)
    for word in arguments {
      if word.hasPrefix("-") || (path.count == 1 && word == "help") { return nil }
      guard let verb = known[word] else {
        let meant = nearest(to: word, after: path, among: known)
        let advice = meant.isEmpty ? "" : "did you mean \(meant.joined(separator: " or "))? "
        return Trouble(
          .usage,
          "\((path + [word]).joined(separator: " ")) is no verb; \(advice)\(path.joined(separator: " ")) --help lists them."
        )
      }
      path.append(word)
      known = verbs(below: verb)
      if known.isEmpty { return nil }
    }
    return nil
  }

  /// The verb of a group that is called so ("undo": "sitrep incident undo"), else the one that is spelt nearly so.
  private static func nearest(
    to word: String, after path: [String], among known: [String: any ParsableCommand.Type]
  ) -> [String] {
    let start = path.joined(separator: " ") + " "
    if let near = NearestWord.to(word, among: known.keys.sorted()) { return [start + near] }
    let inGroups = verbs(below: Sitrep.self).flatMap { group, type in
      verbs(below: type).keys.map { (name: $0, words: "sitrep \(group) \($0)") }
    }
    let same = inGroups.filter { $0.name == word }.map(\.words).sorted()
    if !same.isEmpty { return Array(same.prefix(3)) }
    guard let near = NearestWord.to(word, among: Set(inGroups.map(\.name)).sorted()) else { return [] }
    return Array(inGroups.filter { $0.name == near }.map(\.words).sorted().prefix(3))
  }
}
