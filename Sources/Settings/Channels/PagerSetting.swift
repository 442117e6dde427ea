package import Incidents

/// Another pager as `sitrep.yaml` describes it under `delivery`: how it is told what happens here, and how what it
/// tells is known to be its own.
package struct PagerSetting: Hashable, Sendable {
  package var pager: ExternalPager
  /// With what its webhook is signed (PagerDuty), or what it shows (Opsgenie); several while one replaces another.
  package var secrets: [SecretReference]

  package init(pager: ExternalPager, secrets: [SecretReference] = []) {
    self.pager = pager
    self.secrets = secrets
  }
}
