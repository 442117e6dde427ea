extension Configuration {
  /// Reads and checks a configuration folder.
  ///
  /// - Parameters:
  ///   - folder: nil for what ships alone.
  ///   - isRequired: whether somebody named the folder, so that it has to be there; otherwise what ships holds where
  ///     there is none.
  /// - Throws: where the folder or a file cannot be read, or where anything in it is wrong; then with every problem. A
  ///   missing file is not an error.
  package static func load(folder: String?, isRequired: Bool = false) throws(SettingsTrouble) -> Configuration {
    let (configuration, problems) = try inspect(folder: folder, isRequired: isRequired)
    guard let first = problems.first else { return configuration }
    let more = problems.count == 1 ? "" : " (and \(problems.count - 1) more)"
    throw SettingsTrouble(
      code: .invalid, message: "The configuration is wrong: \(first)\(more).",
      problems: problems)
  }

  /// Everything that is wrong in a configuration folder, by file and line; also that somebody is to be woken whom no
  /// channel reaches, or told by a channel that is none. That alone keeps nothing from starting: alerts are taken in
  /// all the same.
  ///
  /// - Throws: where the folder is not there or cannot be read.
  package static func check(folder: String) throws(SettingsTrouble) -> [SettingsProblem] {
    let (configuration, problems) = try inspect(folder: folder, isRequired: true)
    let unreachable = configuration.problems(ofPagingWith: Set(configuration.pageWays.keys))
    return (problems + unreachable + configuration.messageProblems).sorted()
  }

  /// The configuration as far as it can be read, with everything that is wrong in it: for a console that must open
  /// whatever the files say. What a wrong entry would have said is left out.
  ///
  /// - Throws: where the folder or a file cannot be read.
  package static func inspect(
    folder: String?, isRequired: Bool = false
  ) throws(SettingsTrouble) -> (configuration: Configuration, problems: [SettingsProblem]) {
    guard let folder else { return (.shipped, []) }
    let place = SettingsFolder(path: folder)
    guard place.exists else {
      guard isRequired else { return (.shipped, []) }
      throw SettingsTrouble(
        code: .missing,
        message: "There is no configuration folder \(folder); name another with --config DIR or make it with "
          + "`sitrep config init`.")
    }
    let (texts, problems) = try place.read()
    let read = read(texts, folder: folder)
    return (read.configuration, (problems + read.problems).sorted())
  }
}
