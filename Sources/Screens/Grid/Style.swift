/// A role, and what the view adds to the look that the backend gives it.
package struct Style: Hashable, Sendable {
  package var role: StyleRole
  package var attributes: StyleAttributes

  package init(_ role: StyleRole, _ attributes: StyleAttributes = []) {
    self.role = role
    self.attributes = attributes
  }

  package static let normal = Style(.normal)
}
