import EventLog

/// Requests to Atlassian's Statuspage. It knows no key of ours, so the page is asked first: an incident there bears
/// our subject, and an update that it shows already is not made twice.
enum StatuspageRequest {
  private static let nameLimit = 255
  private static let bodyLimit = 25_000

  /// What the page shows of our incident.
  struct Found: Hashable {
    var id: String
    /// Whether the newest update there is this letter's.
    var isUpToDate: Bool
  }

  static func lookUp(key: Secret, page: String, endpoint: String) throws(UnfitLetter) -> OutgoingRequest {
    try OutgoingRequest(.get, "\(endpoint)/pages/\(try checked(page))/incidents/unresolved", headers: headers(key))
  }

  /// Our incident among the open ones of a page.
  ///
  /// - Returns: nil where it is not among them.
  /// - Throws: where this is no list of incidents.
  static func find(_ content: LetterContent, in body: String) throws(UnfitLetter) -> Found? {
    guard case .array(let incidents)? = PayloadText.decode(JSONValue.self, from: body) else {
      throw UnfitLetter("The page's list of incidents cannot be read.")
    }
    let ours = incidents.first { $0["metadata"]?["sitrep"]?["subject"]?.string == content.subject }
    guard let ours, let id = ours["id"]?.string else { return nil }
    var isUpToDate = false
    if case .array(let updates)? = ours["incident_updates"], let newest = updates.first {
      isUpToDate =
        newest["body"]?.string == content.text.limited(to: bodyLimit)
        && newest["status"]?.string == status(content)
    }
    return Found(id: id, isUpToDate: isUpToDate)
  }

  static func send(
    _ content: LetterContent, to found: Found?, key: Secret, page: String, endpoint: String
  ) throws(UnfitLetter) -> OutgoingRequest {
    var incident: [String: JSONValue] = [
      "status": .string(status(content)), "body": .string(content.text.limited(to: bodyLimit)),
    ]
    if let impact = content.publicImpact { incident["impact_override"] = .string(impact) }
    let place = "\(endpoint)/pages/\(try checked(page))/incidents"
    if let found {
      return try OutgoingRequest(
        .patch, "\(place)/\(try checked(found.id))", headers: headers(key),
        json: .object(["incident": .object(incident)]))
    }
    incident["name"] = .string(content.title.oneLine.limited(to: nameLimit))
    incident["metadata"] = .object(["sitrep": .object(["subject": .string(content.subject)])])
    return try OutgoingRequest(.post, place, headers: headers(key), json: .object(["incident": .object(incident)]))
  }

  static func status(_ content: LetterContent) -> String {
    content.publicStatus ?? (content.action == .resolve ? "resolved" : "investigating")
  }

  private static func headers(_ key: Secret) -> [OutgoingRequest.Header] {
    [OutgoingRequest.Header("authorization", "OAuth " + key.revealed)]
  }

  /// A name that becomes a part of a path.
  private static func checked(_ name: String) throws(UnfitLetter) -> String {
    guard !name.isEmpty, name.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "-_".contains($0)) }) else {
      throw UnfitLetter("The id of a status page is of letters and digits, and this is none.")
    }
    return name
  }
}
