/// A payload in its type, kept beside its text so that it need not be decoded once more. It says nothing that the
/// text does not, so it counts neither in comparisons nor in hashes.
package struct KnownBody: Hashable, Sendable {
  let value: (any EventPayload)?

  init(_ value: (any EventPayload)? = nil) { self.value = value }

  package static func == (left: KnownBody, right: KnownBody) -> Bool { true }
  package func hash(into hasher: inout Hasher) {}
}
