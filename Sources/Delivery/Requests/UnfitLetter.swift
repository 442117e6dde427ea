/// Why a letter cannot be sent through its channel at all: a whole sentence, without any secret.
package struct UnfitLetter: Error, Hashable, Sendable {
  package var reason: String

  init(_ reason: String) { self.reason = reason }
}
