/// What a server answered, as far as it matters.
package struct HTTPAnswer: Hashable, Sendable {
  package var status: Int
  /// As sent.
  package var retryAfter: String?
  /// Cut at the limit.
  package var body: String

  package init(status: Int, retryAfter: String? = nil, body: String = "") {
    self.status = status
    self.retryAfter = retryAfter
    self.body = body
  }
}
