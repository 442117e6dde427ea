/// Where the store, the configuration and a person's own files lie.
package struct StorePaths: Hashable, Sendable {
  /// The SQLite file.
  package var database: String
  /// The configuration folder, there or not; nil where there is no place for one.
  package var configuration: String?
  /// Somebody named this configuration folder, so it has to be there.
  package var isConfigurationChosen: Bool
  /// A person's own marks and drafts.
  package var state: String
  /// Where documents are written that nobody gave a name.
  package var exports: String

  package init(
    database: String, configuration: String?, isConfigurationChosen: Bool, state: String, exports: String
  ) {
    self.database = database
    self.configuration = configuration
    self.isConfigurationChosen = isConfigurationChosen
    self.state = state
    self.exports = exports
  }
}

extension StorePaths {
  package static let teamStore = "/var/lib/sitrep"
  package static let teamConfiguration = "/etc/sitrep"

  /// Finds the places from options, the environment and which folders exist.
  ///
  /// An empty `SITREP_*` or `XDG_*` variable counts as unset, and so does an `XDG_*` path that is not absolute, as its
  /// specification asks.
  /// - Throws: where nothing says where the store is. A store that does not exist yet is not an error.
  package static func resolve(
    database: String? = nil, configuration: String? = nil, environment: [String: String],
    folderExists: (String) -> Bool
  ) throws(StorePathsTrouble) -> StorePaths {
    let places = Places(environment: environment)
    let file: String
    if let named = database ?? places.value("SITREP_DB") {
      file = named
    } else if folderExists(teamStore) {
      file = teamStore + "/sitrep.db"
    } else if let data = places.folder("XDG_DATA_HOME", below: ".local/share") {
      file = data + "/sitrep.db"
    } else {
      throw StorePathsTrouble()
    }
    let chosen = configuration ?? places.value("SITREP_CONFIG")
    let state = places.folder("XDG_STATE_HOME", below: ".local/state") ?? parent(of: file)
    return StorePaths(
      database: file,
      configuration: chosen
        ?? (folderExists(teamConfiguration)
          ? teamConfiguration : places.folder("XDG_CONFIG_HOME", below: ".config")),
      isConfigurationChosen: chosen != nil, state: state, exports: state + "/exports")
  }

  private static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/") else { return "." }
    return slash == path.startIndex ? "/" : String(path[..<slash])
  }
}

/// The environment as far as it names folders.
private struct Places {
  let environment: [String: String]

  func value(_ name: String) -> String? {
    environment[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The product's folder below an XDG folder, or below the home folder's usual one.
  func folder(_ variable: String, below usual: String) -> String? {
    if let named = value(variable), named.hasPrefix("/") { return joined(named, "sitrep") }
    guard let home = value("HOME"), home.hasPrefix("/") else { return nil }
    return joined(home, usual + "/sitrep")
  }

  private func joined(_ folder: String, _ rest: String) -> String {
    folder.hasSuffix("/") ? folder + rest : folder + "/" + rest
  }
}
