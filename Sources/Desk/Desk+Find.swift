package import Commands
package import EventLog
import Incidents
import Ledger

extension Desk {
  /// The incident that a person means by "42", "#42", "42b" or by its id.
  /// - Throws: no such incident, or two that bear the number, both listed.
  package func incident(named text: String) throws(Trouble) -> StreamID {
    do {
      return try ledger.read { try incident(named: text, $0) }
    } catch {
      throw Trouble(any: error)
    }
  }

  private func incident(named text: String, _ reading: Reading) throws -> StreamID {
    let plain = text.hasPrefix("#") ? String(text.dropFirst()) : text
    let missing = Trouble(
      .noSuchIncident, "There is no incident \(text). `sitrep incident list --all` shows the numbers.")
    if plain.hasPrefix("incident:") {
      let id = StreamID(name: plain)
      guard try reading.state(IncidentFold.self, id)?.exists == true else { throw missing }
      return id
    }
    let digits = plain.prefix { $0.isASCII && $0.isNumber }
    guard let number = Int64(digits) else { throw missing }
    let suffix = plain.dropFirst(digits.count)
    let bearers = try bearers(of: number, reading)
    if suffix.isEmpty {
      guard let first = bearers.first else { throw missing }
      guard bearers.count == 1 else {
        let both = bearers.enumerated().map { place, row in
          "\(number)\(Self.suffix(place)) (\(row["title"].text ?? ""))"
        }
        throw Trouble(
          .refused,
          "Two incidents bear the number \(number): \(both.joined(separator: ", ")). "
            + "Say \(number)a for the first, \(number)b for the second.")
      }
      return first.stream
    }
    // Plain "42" is refused where it has two bearers, so the first needs a name of its own as well.
    guard let place = bearers.indices.first(where: { suffix == ($0 == 0 ? "a" : Self.suffix($0)) }) else {
      throw missing
    }
    return bearers[place].stream
  }

  /// All incidents of a number, the first by time first: two only where two files took it while apart.
  func bearers(of number: Int64, _ reading: Reading) throws -> [ListRow] {
    try reading.list(
      ListQuery(
        "incident", filters: [.equals("number", .integer(number))], order: [.ascending("opened_at")], limit: 26))
  }

  /// "" for the first bearer of a number, then "b", "c" …
  static func suffix(_ place: Int) -> String {
    place == 0 ? "" : String(UnicodeScalar(UInt8(ascii: "a") + UInt8(min(place, 25))))
  }

  func nextNumber(_ reading: Reading) throws -> Int {
    let last = try reading.list(ListQuery("incident", order: [.descending("number")], limit: 1, columns: ["number"]))
      .first
    return Int(last?["number"].integer ?? 0) + 1
  }

  /// The alerts that fire for an incident, and for those that were merged into it.
  func alertsFiring(of incident: StreamID, _ reading: Reading) throws -> Int {
    let held = try reading.list(
      ListQuery("incident", filters: [.equals("merged_into", .text(incident.name))], limit: 200, columns: []))
    return try ([incident] + held.map(\.stream)).reduce(0) { sum, stream in
      try sum
        + reading.count(
          table: "alert", filters: [.equals("incident", .text(stream.name)), .equals("is_firing", .flag(true))])
    }
  }

  /// The open incident of the nearest service that this one depends on.
  func suspectedParent(of service: String?, _ reading: Reading) throws -> SuspectedParent? {
    guard let service else { return nil }
    for name in SuspectedParent.dependencies(of: service, in: configuration.services) {
      let open = ListQuery(
        "incident", filters: [.equals("service", .text(name)), .equals("is_open", .flag(true))],
        order: [.ascending("opened_at")], limit: 1, columns: ["number"])
      guard let found = try reading.list(open).first, let number = found["number"].integer else { continue }
      return SuspectedParent(id: found.stream, number: Int(number), because: "\(service) depends on \(name)")
    }
    return nil
  }
}
