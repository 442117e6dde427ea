package import Incidents

/// What a person types to have somebody woken: "jon", or "jon the disk is full" with a word why.
package enum PageLine {
  /// - Throws: where the words name nobody, or more than one.
  package static func contact(_ text: String, among contacts: [Contact]) throws(Trouble) -> Contact {
    guard !contacts.isEmpty else {
      throw Trouble(.configuration, "Nobody can be paged: oncall.yaml names nobody.")
    }
    let plain = text.lowercased()
    if let exact = contacts.first(where: { $0.name.lowercased() == plain }) { return exact }
    let fits = contacts.filter { $0.name.lowercased().hasPrefix(plain) }
    if fits.count == 1 { return fits[0] }
    let names = (fits.isEmpty ? contacts : fits).map(\.name).joined(separator: ", ")
    throw Trouble(
      .badInput, fits.isEmpty ? "oncall.yaml knows no \(text): \(names)." : "\(text) may be several: \(names).")
  }

  /// - Throws: as `contact`.
  package static func parse(_ line: String, contacts: [Contact]) throws(Trouble) -> PagePeople {
    let (name, reason) = parts(line)
    return PagePeople([try contact(name, among: contacts).name], reason: reason)
  }

  /// What Enter would do, said while the words are typed: whom it wakes, about what, by which ways, and the number to
  /// dial by hand.
  ///
  /// - Parameter pager: the other one that wakes people for it.
  package static func preview(
    _ line: String, contacts: [Contact], about label: String, beside pager: PagerRow? = nil
  ) -> String {
    let (name, _) = parts(line)
    guard !name.isEmpty else {
      let names = contacts.map { $0.name + ($0.phone.map { " (\($0))" } ?? "") }
      return contacts.isEmpty
        ? "Nobody can be paged: oncall.yaml names nobody."
        : "Whom? A name or its beginning, then a word why: \(names.joined(separator: ", "))."
    }
    do {
      let contact = try contact(name, among: contacts)
      let dial = contact.phone.map { " To dial by hand: \($0)." } ?? ""
      guard !contact.channels.isEmpty else {
        return "Nothing reaches \(contact.name): Enter only puts on record that they are wanted for #\(label)."
          + (dial.isEmpty ? " oncall.yaml has no number of \(contact.name)." : dial)
      }
      let beside = pager.map { " \($0.besideWords)" } ?? ""
      return "Enter pages \(contact.name) about #\(label) by \(contact.channels.joined(separator: " and ")).\(beside)"
        + dial
    } catch {
      return error.message
    }
  }

  private static func parts(_ line: String) -> (name: String, reason: String?) {
    let words = line.split(maxSplits: 1, omittingEmptySubsequences: true, whereSeparator: \.isWhitespace)
    var name = words.first.map(String.init) ?? ""
    if name.hasPrefix("@") { name.removeFirst() }
    if name.hasSuffix(":") { name.removeLast() }
    return (name, words.count > 1 ? String(words[1]) : nil)
  }
}
