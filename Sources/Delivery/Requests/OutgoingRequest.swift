import EventLog

/// A request that is to be sent. Its description names neither path nor headers: both may hold a secret.
package struct OutgoingRequest: Hashable, Sendable {
  /// What is asked for.
  package enum Method: String, Hashable, Sendable { case get = "GET", post = "POST", patch = "PATCH" }

  package var method: Method
  package var url: Secret
  /// In this order.
  package var headers: [Header]
  package var body: [UInt8]

  /// A line of a request's head.
  package struct Header: Hashable, Sendable {
    package var name: String
    package var value: Secret

    init(_ name: String, _ value: String) {
      self.name = name
      self.value = Secret(value)
    }
  }

  /// - Throws: where the address is none, or would carry secrets in clear text over a network.
  init(
    _ method: Method, _ url: String, headers: [Header] = [], body: [UInt8] = []
  ) throws(UnfitLetter) {
    guard let address = OutwardAddress(url) else {
      throw UnfitLetter("The address of this channel is no URL with http:// or https:// and a host.")
    }
    guard address.isAllowed else {
      throw UnfitLetter(
        "The address of this channel, at \(address.host), begins with http://; outside of this host only "
          + "https:// is used.")
    }
    self.method = method
    self.url = Secret(url)
    self.headers = [Header("user-agent", "sitrep")] + headers
    self.body = body
  }

  /// With a body in JSON, its fields in the order of their names.
  init(_ method: Method, _ url: String, headers: [Header] = [], json: JSONValue) throws(UnfitLetter) {
    try self.init(
      method, url, headers: headers + [Header("content-type", "application/json")],
      body: Array(PayloadText.encode(json).utf8))
  }
}

extension OutgoingRequest: CustomStringConvertible {
  package var description: String { "\(method.rawValue) to \(OutwardAddress(url.revealed)?.host ?? "nowhere")" }
}
