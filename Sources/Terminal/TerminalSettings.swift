/// What a terminal is opened with.
package struct TerminalSettings: Sendable {
  package var color: ColorChoice
  /// Keep to ASCII whatever the environment says.
  package var ascii: Bool
  /// `TERM`, `NO_COLOR`, `LC_ALL`, `XDG_STATE_HOME` and the like.
  package var environment: [String: String]
  /// Where standard output and error go while the screen is taken; nil leaves them.
  package var logPath: String?

  package init(
    color: ColorChoice = .auto, ascii: Bool = false, environment: [String: String], logPath: String? = nil
  ) {
    self.color = color
    self.ascii = ascii
    self.environment = environment
    self.logPath = logPath
  }
}
