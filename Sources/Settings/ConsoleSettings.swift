import EventLog
package import OnCall

/// What `sitrep.yaml` says.
package struct ConsoleSettings: Hashable, Sendable {
  package var listen: ListenAddress
  /// What a sender has to show where `serve` listens beyond this host; nil where only keys of the store count.
  package var intakeKey: SecretReference?
  /// Folders with runbooks, as written: relative ones lie in the configuration folder.
  package var runbookFolders: [String]
  /// Regular expressions; what they match is blanked in everything that leaves.
  package var redactionPatterns: [String]
  /// The one local zone that is shown beside UTC.
  package var displayZone: Zone
  /// Whether the console rings the terminal's bell for a new incident and a broken promise.
  package var rings: Bool
  /// Whether it asks the terminal to show the same on the desktop.
  package var notifies: Bool
  /// The ways to the outside, in the order of the file.
  package var channels: [ChannelSetting]
  /// By which of them a page comes to a person: channels by the short names of people.
  package var pageChannels: [String: [String]]
  /// The other pagers that services may name.
  package var pagers: [PagerSetting]
  package var watch: WatchSettings

  package init(
    listen: ListenAddress = .shipped, intakeKey: SecretReference? = nil, runbookFolders: [String] = ["runbooks"],
    redactionPatterns: [String] = ConsoleSettings.shippedPatterns, displayZone: Zone = .utc, rings: Bool = true,
    notifies: Bool = true, channels: [ChannelSetting] = [], pageChannels: [String: [String]] = [:],
    pagers: [PagerSetting] = [], watch: WatchSettings = WatchSettings()
  ) {
    self.listen = listen
    self.intakeKey = intakeKey
    self.runbookFolders = runbookFolders
    self.redactionPatterns = redactionPatterns
    self.displayZone = displayZone
    self.rings = rings
    self.notifies = notifies
    self.channels = channels
    self.pageChannels = pageChannels
    self.pagers = pagers
    self.watch = watch
  }

  /// Tokens and passwords in the forms in which they most often slip into a log line.
  package static let shippedPatterns = [
    #"(?i)\bbearer\s+[a-z0-9._~+/-]{8,}=*"#,
    #"(?i)\b(password|passwd|secret|token|api[_-]?key)\s*[=:]\s*\S+"#,
    #"\bAKIA[0-9A-Z]{16}\b"#,
    #"-----BEGIN [A-Z ]*PRIVATE KEY-----"#,
  ]
}
