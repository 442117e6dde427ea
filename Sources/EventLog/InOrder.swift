/// A set that is written in the order of its elements, so that the same state is the same bytes in every process.
@propertyWrapper
package struct InOrder<Element: Hashable & Comparable & Codable & Sendable>: Hashable, Sendable {
  package var wrappedValue: Set<Element>

  package init(wrappedValue: Set<Element>) { self.wrappedValue = wrappedValue }
}

extension InOrder: Codable {
  package init(from decoder: any Decoder) throws {
    wrappedValue = Set(try decoder.singleValueContainer().decode([Element].self))
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(wrappedValue.sorted())
  }
}
