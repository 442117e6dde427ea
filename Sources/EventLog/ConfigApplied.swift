/// The daemon began to work by a configuration; its files are kept as attachments, named in the event's evidence.
package struct ConfigApplied: EventPayload {
  package static let kind = "config.applied"

  /// The stream of what is recorded about the store itself.
  package static let stream = StreamID("log", "config")

  /// The digest over all files.
  package var hash: String
  /// The digest of each file by its name.
  package var files: [String: String]

  package init(hash: String, files: [String: String]) {
    self.hash = hash
    self.files = files
  }
}
