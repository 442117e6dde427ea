import EventLog

/// Somebody said what `{{name}}` stands for in a run; an empty value takes that back.
package struct ValueGiven: EventPayload {
  package static let kind = "value.given"
  package static var correctable: Set<String> { ["value"] }

  package var procedure: String
  package var name: String
  package var value: String
}
