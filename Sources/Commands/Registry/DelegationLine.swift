import EventLog
package import Incidents

/// What a person types to give a task: "jon replica lag 3m", "@jon replica lag" or "jon: replica lag in 3m".
package enum DelegationLine {
  /// - Parameters:
  ///   - people: who is known; a beginning that fits one of them alone is that person.
  ///   - needsTime: only a line that ends in a length of time is a task.
  package static func parse(_ line: String, people: [String] = [], needsTime: Bool = false) -> Result<Delegate, Trouble>
  {
    var words = line.split(separator: " ", omittingEmptySubsequences: true)[...]
    guard var name = words.popFirst() else {
      return .failure(Trouble(.badInput, "Who has the task? Say the name, the task, and how long: jon replica lag 3m."))
    }
    if name.hasPrefix("@") { name = name.dropFirst() }
    if name.hasSuffix(":") { name = name.dropLast() }
    let within = words.last.flatMap { TimeText.span($0) }
    if within != nil {
      words = words.dropLast()
      if words.last == "in" { words = words.dropLast() }
    } else if needsTime {
      return .failure(Trouble(.badInput, "A task ends in how long it may take: 3m."))
    }
    let text = words.joined(separator: " ")
    guard !text.isEmpty, !name.isEmpty else {
      return .failure(
        Trouble(.badInput, "What is \(name.isEmpty ? "the person" : String(name)) to do? jon replica lag 3m."))
    }
    return .success(Delegate(text, to: PersonName.meant(by: String(name), among: people), within: within))
  }
}

/// People by the beginning of their names.
package enum PersonName {
  /// The one known person whose name begins so, or the words themselves.
  package static func meant(by text: String, among people: [String]) -> String {
    let plain = text.lowercased()
    if let exact = people.first(where: { $0.lowercased() == plain }) { return exact }
    let fits = people.filter { $0.lowercased().hasPrefix(plain) }
    return fits.count == 1 && !plain.isEmpty ? fits[0] : text
  }
}
