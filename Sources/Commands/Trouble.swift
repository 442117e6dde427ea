package import EventLog

/// Why something was not done, as a person hears it: a refusal of the domain, or trouble at an edge.
package struct Trouble: Error, Sendable, Equatable {
  /// What kind of trouble it is; a verb's exit code follows from it.
  package enum Code: String, Sendable, CaseIterable {
    /// A rule of the domain said no.
    case refused
    /// The incident moved on since the person looked.
    case changedMeanwhile
    /// A confirmation is missing.
    case unconfirmed
    case noSuchIncident
    case noSuchFile
    /// The line itself says nothing that could be done.
    case usage
    case badInput
    case damaged
    case newerSchema
    case diskFull
    case inputOutput
    case cannotCreate
    case readOnly
    case notAllowed
    case busy
    case lockedTooLong
    case networkFileSystem
    case configuration
    case unavailable
  }

  package var code: Code
  /// What failed, which thing, what to do next.
  package var message: String
  /// What lies beneath, for the log.
  package var cause: String?

  package init(_ code: Code, _ message: String, cause: String? = nil) {
    self.code = code
    self.message = message
    self.cause = cause
  }

  package init(_ refusal: some DomainRefusal) {
    self.init(.refused, refusal.sentence)
  }

  /// The exit code of the command line (sysexits).
  package var exitCode: Int32 {
    switch code {
    case .refused, .changedMeanwhile: 1
    case .usage: 64
    case .badInput, .damaged: 65
    case .noSuchIncident, .noSuchFile: 66
    case .unavailable, .networkFileSystem: 69
    case .cannotCreate: 73
    case .inputOutput, .diskFull: 74
    case .busy, .lockedTooLong: 75
    case .readOnly, .notAllowed, .unconfirmed: 77
    case .newerSchema, .configuration: 78
    }
  }
}
