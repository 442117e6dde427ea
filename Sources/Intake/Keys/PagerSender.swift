package import Incidents

/// Another pager that may tell something, and how its webhooks are known to be its own.
package struct PagerSender: Hashable, Sendable {
  /// As the configuration names it.
  package var name: String
  package var kind: ExternalPager.Kind
  /// Each of them counts, so that one can be replaced by another.
  package var secrets: [SharedSecret]

  package init(name: String, kind: ExternalPager.Kind, secrets: [SharedSecret]) {
    self.name = name
    self.kind = kind
    self.secrets = secrets
  }
}
