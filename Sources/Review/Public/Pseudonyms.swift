import EventLog

/// What a public text calls people: the same person by the same pseudonym in every export of a store, and nobody can
/// compute one without the salt.
package struct Pseudonyms: Sendable {
  private let salt: String
  private var pseudonyms: [String: String] = [:]
  private var replacement = NameReplacement(.anyForm)

  /// - Parameter salt: what only those who have the store can know; another store gives other pseudonyms.
  package init(_ people: [KnownPerson], salt: String) {
    self.salt = salt
    // A login may be another one's name; the name decides whose it is, whatever the order.
    for person in people where !person.name.isEmpty { pseudonyms[person.name] = Self.pseudonym(person.name, salt) }
    for person in people where !person.name.isEmpty {
      for login in person.others where pseudonyms[login] == nil {
        pseudonyms[login] = Self.pseudonym(person.name, salt)
      }
    }
    for (name, alias) in pseudonyms where Self.isTelling(name) { replacement.add(name, alias: alias) }
    for person in people {
      guard let full = person.fullName, !full.isEmpty else { continue }
      let alias = name(person.name)
      replacement.add(full, alias: alias)
      for part in full.split(whereSeparator: { $0.isWhitespace })
      where part.count > 2 && part.first?.isUppercase == true {
        replacement.add(String(part), alias: alias, isRaisedOnly: true)
      }
    }
    replacement.sort()
  }

  /// What to call somebody by a name that stands for a person, known before or not.
  func name(_ person: String) -> String {
    person.isEmpty ? "" : pseudonyms[person] ?? Self.pseudonym(person, salt)
  }

  func isKnown(_ name: String) -> Bool { pseudonyms[name] != nil }

  /// The text without names of known people, and without addresses that lead inside or to a person.
  func replaced(in text: String) -> String {
    replacement.replaced(in: PublicAddress.withoutInternal(text))
  }

  /// A single character or a short number would be found in every second line, and the accounts that every machine has are
  /// nobody: "root cause" stays what it is.
  private static func isTelling(_ name: String) -> Bool {
    guard !sharedAccounts.contains(name.lowercased()) else { return false }
    return name.utf8.count > 1 && name.contains { $0.isLetter } || name.utf8.count > 4
  }

  private static let sharedAccounts: Set = [
    "root", "admin", "administrator", "nobody", "daemon", "sitrep", "ubuntu", "debian", "ec2-user", "centos", "fedora",
    "core",
    "vagrant", "user", "guest", "deploy", "operator",
  ]

  /// Five characters without vowels, so that no word comes of it.
  private static func pseudonym(_ person: String, _ salt: String) -> String {
    let marks = Array("BCDFGHJKLMNPQRSTVWXZ23456789")
    var number = UInt64(Chain.digest(of: "\(salt)\u{0}\(person)".utf8).prefix(15), radix: 16) ?? 0
    var code = ""
    for _ in 0..<5 {
      code.append(marks[Int(number % UInt64(marks.count))])
      number /= UInt64(marks.count)
    }
    return "person \(code)"
  }
}
