/// Where a secret is kept; the secret itself never stands in the configuration.
package enum SecretReference: Hashable, Sendable {
  /// The name of an environment variable.
  case environment(String)
  /// The path of a file that holds nothing else.
  case file(String)
}
