import EventLog

/// Tells an address outside that somebody watches here: it calls for help when it no longer hears that.
package final class OutwardSign: Sendable {
  private let address: Secret
  private let client: HTTPSender

  package init(_ address: Secret, limits: HTTPLimits = HTTPLimits()) {
    self.address = address
    client = HTTPSender(limits: limits)
  }

  /// - Returns: nil where it was heard; else why not, as a sentence without the address, which is a secret.
  package func send() async -> String? {
    do {
      let request = try OutgoingRequest(.get, address.revealed)
      let answer = try await client.send(request)
      return (200..<300).contains(answer.status) ? nil : "It answered \(answer.status)."
    } catch let failure as HTTPFailure {
      return failure.reason
    } catch let unfit as UnfitLetter {
      return unfit.reason
    } catch {
      return "It could not be sent."
    }
  }

  /// Ends connections. Nothing is sent afterwards.
  package func close() async { await client.close() }
}
