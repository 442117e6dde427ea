import Commands
import Desk
import EventLog
import HTTPTypes
import Hummingbird
import Incidents
import Logging

extension IntakeResponder {
  /// Takes in a webhook of PagerDuty, version 3, whose signature one of the secrets of `sitrep.yaml` made.
  func receivePagerDuty(_ request: Request) async throws -> Answer {
    try await counted(request) { () async throws in
      guard let senders = self.senders(.pagerduty) else { return self.noSecret(of: .pagerduty) }
      let body = try await self.collect(request, limit: PagerDutyBody.byteLimit)
      let lines = request.headers[values: .pagerDutySignature]
      let signers = PagerDutySignature.senders(of: body, signatures: lines, among: senders)
      guard !signers.isEmpty else {
        return (.unauthorized, .fault(.unauthorized, "No signature of X-PagerDuty-Signature fits this body."))
      }
      return await self.take(try PagerDutyBody.decode(body), from: signers)
    }
  }

  /// Takes in a webhook of Opsgenie, which signs nothing: it shows one of the secrets of `sitrep.yaml`.
  func receiveOpsgenie(_ request: Request) async throws -> Answer {
    try await counted(request) { () async throws in
      guard let senders = self.senders(.opsgenie) else { return self.noSecret(of: .opsgenie) }
      let shown = PresentedKey.text(authorization: request.headers[.authorization], apiKey: request.headers[.apiKey])
      let showers = senders.filter { sender in
        shown.map { text in sender.secrets.count { $0.isShown(as: text) } > 0 } ?? false
      }
      guard !showers.isEmpty else { return (.unauthorized, self.unauthorized()) }
      let body = try await self.collect(request, limit: OpsgenieBody.byteLimit)
      return await self.take(try OpsgenieBody.decode(body, now: self.now()), from: showers)
    }
  }

  private func senders(_ kind: ExternalPager.Kind) -> [PagerSender]? {
    let found = pagers.filter { $0.kind == kind && !$0.secrets.isEmpty }
    return found.isEmpty ? nil : found
  }

  private func noSecret(of kind: ExternalPager.Kind) -> (RequestOutcome, Answer) {
    (
      .forbidden,
      .fault(
        .forbidden,
        "No pager of the kind \(kind.rawValue) has a 'webhook' under 'delivery' and 'pagers' in sitrep.yaml, so nobody "
          + "can be told from its sender.")
    )
  }

  /// - Parameter senders: those whose word it can be; of several that share a secret, the one whose incident it is.
  private func take(_ notice: PagerNotice, from senders: [PagerSender]) async -> (RequestOutcome, Answer) {
    switch notice {
    case .ping: return (.accepted, .document(PagerAnswer(result: "ping")))
    case .notFollowed(let type):
      return (.accepted, .document(PagerAnswer(result: "not_followed", type: type)))
    case .report(var report):
      var receipt = PagerReceipt.unmatched
      for sender in senders where receipt == .unmatched {
        report.pager = sender.name
        do throws(Trouble) { receipt = try await receiver.receive(report) } catch { return failed(error) }
      }
      return (.accepted, .document(PagerAnswer(result: receipt.rawValue)))
    }
  }
}

/// What another pager gets back.
private struct PagerAnswer: Encodable {
  var result: String
  var type: String?
}

extension HTTPField.Name {
  static let pagerDutySignature = HTTPField.Name("X-PagerDuty-Signature") ?? .authorization
}
