/// A length of time in milliseconds; negative when it points to the past.
package struct Span: Hashable, Comparable, Sendable, Codable {
  package var milliseconds: Int64

  package init(milliseconds: Int64) { self.milliseconds = milliseconds }

  package static let zero = Span(milliseconds: 0)
  package static func milliseconds(_ count: Int64) -> Span { Span(milliseconds: count) }
  package static func seconds(_ count: Int64) -> Span { Span(milliseconds: count * 1_000) }
  package static func minutes(_ count: Int64) -> Span { Span(milliseconds: count * 60_000) }
  package static func hours(_ count: Int64) -> Span { Span(milliseconds: count * 3_600_000) }
  package static func days(_ count: Int64) -> Span { Span(milliseconds: count * 86_400_000) }

  /// Whole seconds, rounded towards zero.
  package var seconds: Int64 { milliseconds / 1_000 }
  /// Whole minutes, rounded towards zero.
  package var minutes: Int64 { milliseconds / 60_000 }

  package static func < (left: Span, right: Span) -> Bool { left.milliseconds < right.milliseconds }
  package static func + (left: Span, right: Span) -> Span { Span(milliseconds: left.milliseconds + right.milliseconds) }
  package static func - (left: Span, right: Span) -> Span { Span(milliseconds: left.milliseconds - right.milliseconds) }
  package static prefix func - (span: Span) -> Span { Span(milliseconds: -span.milliseconds) }

  package init(from decoder: any Decoder) throws {
    milliseconds = try decoder.singleValueContainer().decode(Int64.self)
  }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(milliseconds)
  }
}
