package import Screens

/// How a role looks: attributes, and a foreground colour on the terminal's own background.
package struct Look: Hashable, Sendable {
  package let attributes: StyleAttributes
  /// The number of a colour; nil for the terminal's own.
  package let foreground: Int?

  package init(_ attributes: StyleAttributes = [], foreground: Int? = nil) {
    self.attributes = attributes
    self.foreground = foreground
  }
}
