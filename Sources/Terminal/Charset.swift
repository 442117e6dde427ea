package import Screens

/// Which signs a terminal can show, by what the environment says of it.
package enum Charset {
  /// The first of `LC_ALL`, `LC_CTYPE` and `LANG` that is not empty decides (POSIX). Where none is set, as over many an
  /// SSH connection, UTF-8 is the better guess; where one names anything else, the person said so.
  package static func glyphs(environment: [String: String], ascii: Bool = false) -> Glyphs {
    if ascii { return .ascii }
    for name in ["LC_ALL", "LC_CTYPE", "LANG"] {
      guard let value = environment[name]?.lowercased(), !value.isEmpty else { continue }
      return value.contains("utf-8") || value.contains("utf8") ? .unicode : .ascii
    }
    return .unicode
  }
}
