/// Somebody who can be paged or called.
package struct Contact: Hashable, Sendable {
  package var name: String
  /// The channels by which pages come to them; none where nothing does.
  package var channels: [String]
  /// The number to dial by hand.
  package var phone: String?

  package init(name: String, channels: [String] = [], phone: String? = nil) {
    self.name = name
    self.channels = channels
    self.phone = phone
  }

  /// "dial +49 30 123456", or that nobody wrote a number down.
  package var dialWords: String {
    phone.map { "dial \($0)" } ?? "oncall.yaml has no number of \(name)"
  }
}
