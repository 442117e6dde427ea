import EventLog
import Incidents

/// What the narrative calls people: by the role they held, so that it tells what happened and not who is to blame.
///
/// Stable: the same person has the same name everywhere, whatever the order in which the names are asked for.
struct RoleNames {
  private var aliases: [String: String] = [:]
  private(set) var people: [PostMortem.Attendee] = []
  private var replacement = NameReplacement(.asWritten)
  private let keepsNames: Bool

  /// Takes the entries as they stand: in the order of what happened.
  init(_ material: ReviewMaterial, keepsNames: Bool) {
    self.keepsNames = keepsNames
    let intervals = material.incident.roles.sorted { ($0.from, $0.person) < ($1.from, $1.person) }
    for role in Role.allCases {
      var count = 0
      for interval in intervals where interval.role == role && aliases[interval.person] == nil {
        count += 1
        add(interval.person, "the \(Self.ordinal(count))\(role.rawValue)")
      }
    }
    var responders = 0
    func addResponder(_ person: String) {
      guard !person.isEmpty, aliases[person] == nil else { return }
      responders += 1
      add(person, "responder \(responders)")
    }
    if let person = material.incident.acknowledgedBy { addResponder(person) }
    for entry in material.entries where entry.assurance != .machine { addResponder(entry.person) }
    if let next = material.incident.nextCommander { addResponder(next) }
    var colleagues = 0
    // Who is named and did nothing here is no responder, and has a name all the same.
    for person in material.incident.pages.map(\.person) + material.incident.tasks.map(\.person)
    where !person.isEmpty && aliases[person] == nil {
      colleagues += 1
      add(person, "colleague \(colleagues)")
    }
    for attendee in people { replacement.add(attendee.name, alias: attendee.alias) }
    replacement.sort()
  }

  /// What to call somebody; machines keep their names.
  func name(_ person: String) -> String { keepsNames ? person : aliases[person] ?? person }

  /// The text with every known name replaced.
  func replaced(in text: String) -> String { keepsNames ? text : replacement.replaced(in: text) }

  private mutating func add(_ person: String, _ alias: String) {
    aliases[person] = alias
    people.append(PostMortem.Attendee(name: person, alias: alias))
  }

  private static func ordinal(_ count: Int) -> String {
    switch count {
    case 1: ""
    case 2: "second "
    case 3: "third "
    default: "\(count)th "
    }
  }
}
