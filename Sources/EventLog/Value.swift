/// A value in a column of a projection.
package enum Value: Hashable, Sendable {
  case null
  case integer(Int64)
  case real(Double)
  case text(String)

  package static func text(_ optional: String?) -> Value { optional.map { .text($0) } ?? .null }
  package static func integer(_ optional: Int64?) -> Value { optional.map { .integer($0) } ?? .null }
  package static func instant(_ instant: Instant?) -> Value { .integer(instant?.milliseconds) }
  package static func flag(_ flag: Bool) -> Value { .integer(flag ? 1 : 0) }

  package var text: String? { if case .text(let text) = self { text } else { nil } }
  package var integer: Int64? { if case .integer(let integer) = self { integer } else { nil } }
  package var instant: Instant? { integer.map(Instant.init(milliseconds:)) }
  package var flag: Bool { integer == 1 }
}
