package import EventLog

/// How a program ended that was started to deliver something.
package struct ProgramEnd: Hashable, Sendable {
  /// What happened to it.
  package enum Cause: Hashable, Sendable {
    case exited(Int32)
    case killed(signal: Int32)
    /// It took too long, and was ended with all that it had started.
    case tookTooLong(Span)
    /// It could not be started at all.
    case notStarted(String)
  }

  package var cause: Cause
  /// Cut at the limit.
  package var output: String
  /// The same of its standard error.
  package var complaint: String

  package init(cause: Cause, output: String = "", complaint: String = "") {
    self.cause = cause
    self.output = output
    self.complaint = complaint
  }
}

extension ProgramEnd {
  /// What it means for a letter. Programs of mail say by their code (sysexits) whether trying again can help.
  ///
  /// - Parameter receipt: what is said where it ended well and printed nothing.
  func outcome(of name: String, receipt: String) -> Outcome {
    let words = [complaint, output].map { ForeignWords.tamed($0, without: []) }
    let said = words.first { !$0.isEmpty }.map { ": \($0)" } ?? "."
    switch cause {
    case .exited(0): return .delivered(receipt: words[1].isEmpty ? receipt : words[1])
    // Unavailable, trouble with the system or with input and output, and what asks to be tried again.
    case .exited(let code) where [69, 71, 74, 75].contains(code):
      return .tryAgain(after: nil, reason: "\(name) ended with \(code)\(said)")
    case .exited(let code): return .refused(reason: "\(name) ended with \(code)\(said)")
    case .killed(let signal): return .unknown(reason: "\(name) was ended by signal \(signal)\(said)")
    case .tookTooLong(let span): return .unknown(reason: "\(name) had not ended after \(span.words)\(said)")
    case .notStarted(let why): return .tryAgain(after: nil, reason: "\(name) cannot be started: \(why).")
    }
  }
}
