import EventLog
import Foundation

/// What a run of the program left behind.
struct Finished: Sendable {
  /// The exit code; a run that a signal ended has 128 and the signal's number, as in a shell.
  var code: Int32
  var output: String
  var complaint: String

  /// The output as JSON.
  func json() throws -> JSONValue { try JSONDecoder().decode(JSONValue.self, from: Data(output.utf8)) }
}

extension JSONValue {
  var array: [JSONValue]? { if case .array(let elements) = self { elements } else { nil } }
  var integer: Int64? { if case .integer(let integer) = self { integer } else { nil } }
  var isNull: Bool { self == .null }
}
