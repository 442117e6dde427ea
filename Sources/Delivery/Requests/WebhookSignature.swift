import Crypto
import FoundationEssentials

/// A signature of Standard Webhooks, version 1: HMAC-SHA256 over id, time and body.
package enum WebhookSignature {
  /// The value of `webhook-signature`: one signature for each secret, with blanks between them.
  ///
  /// - Parameters:
  ///   - id: the same at every attempt.
  ///   - timestamp: seconds since 1970 of this attempt.
  /// - Throws: where a secret is not one of this kind.
  package static func header(
    id: String, timestamp: Int64, body: [UInt8], secrets: [Secret]
  ) throws(UnfitLetter) -> String {
    var signatures: [String] = []
    for secret in secrets {
      let key = SymmetricKey(data: try bytes(of: secret))
      let signed = Array("\(id).\(timestamp).".utf8) + body
      let code = HMAC<SHA256>.authenticationCode(for: signed, using: key)
      signatures.append("v1," + Data(code).base64EncodedString())
    }
    return signatures.joined(separator: " ")
  }

  /// "whsec_" and the key in base64; 24 to 64 bytes.
  private static func bytes(of secret: Secret) throws(UnfitLetter) -> Data {
    var text = secret.revealed
    if text.hasPrefix("whsec_") { text.removeFirst(6) }
    guard let key = Data(base64Encoded: text), (24...64).contains(key.count) else {
      throw UnfitLetter("The signing secret of this channel is not 24 to 64 bytes in base64 behind \"whsec_\".")
    }
    return key
  }
}
