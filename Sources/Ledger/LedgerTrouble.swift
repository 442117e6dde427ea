/// What went wrong at the store's edge: a code for the caller, a sentence for the person, and what lay behind it.
package struct LedgerTrouble: Error, Hashable, Sendable {
  /// What kind of trouble it is; the exit code of a verb follows from it.
  package enum Code: String, Sendable, CaseIterable {
    /// The file is not a database, or its pages contradict each other.
    case damaged
    /// Not a store of this program.
    case foreign
    case newerSchema
    /// No space on the device.
    case full
    case io
    case cannotCreate
    case readOnly
    case noPermission
    /// More commands wait than the queue holds.
    case busy
    /// Another process kept the file for longer than the options allow.
    case lockedTooLong
    case networkFileSystem
    case notFound
    /// A payload or an attachment beyond its limit.
    case tooLarge
    /// The occasion of a due event is already in the log.
    case occasionTaken
    /// What the caller asked for breaks a rule of the log; a mistake in this program or in received events.
    case invalid
    case closed
  }

  package var code: Code
  /// A whole sentence: what, and what to do next where something can be done.
  package var message: String
  /// The words of the library or system below, for a log.
  package var cause: String?

  package init(_ code: Code, _ message: String, cause: String? = nil) {
    self.code = code
    self.message = message
    self.cause = cause
  }
}

extension LedgerTrouble: CustomStringConvertible {
  package var description: String { message }
}
