import FoundationEssentials
import Incidents
import Settings
import Testing

@Suite struct FolderTests {
  /// Runs a test with a folder of its own that holds some files, and removes it.
  private func withFolder(_ files: [String: [UInt8]], _ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "settings-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, bytes) in files { try Data(bytes).write(to: folder.appending(path: name)) }
    try body(folder.path)
  }

  @Test func initialFilesLoad() throws {
    let files = Dictionary(uniqueKeysWithValues: Configuration.initialFiles().map { ($0.name, Array($0.text.utf8)) })
    try withFolder(files) { folder in
      let configuration = try Configuration.load(folder: folder)
      let problems = try Configuration.check(folder: folder)
      #expect(problems == [])
      #expect(configuration.folder == folder)
      #expect(configuration.texts == Configuration.initialFiles())
      #expect(configuration.services == Configuration.shipped.services)
      #expect(configuration.runbookFolders == [folder + "/runbooks"])
    }
  }

  @Test func emptyFolderIsWhatShips() throws {
    try withFolder(["README.md": [0x61], ".rules.yaml.swp": [0xFF]]) { folder in
      let problems = try Configuration.check(folder: folder)
      let configuration = try Configuration.load(folder: folder)
      #expect(problems == [])
      #expect(configuration.hash == Configuration.shipped.hash)
    }
    let configuration = try Configuration.load(folder: nil)
    #expect(configuration == .shipped)
  }

  @Test func missingFolder() throws {
    let absent = "/nowhere/at/all"
    let fallback = try Configuration.load(folder: absent)
    #expect(fallback == .shipped)
    let asked = #expect(throws: SettingsTrouble.self) { try Configuration.load(folder: absent, isRequired: true) }
    #expect(asked?.code == .missing)
    #expect(asked?.message.contains(absent) == true)
    #expect(throws: SettingsTrouble.self) { try Configuration.check(folder: absent) }
  }

  @Test func wrongFilesAreAllSaid() throws {
    let files = ["service.yaml": Array("x: 1".utf8), "rules.yaml": Array("tier: {}".utf8), "comms.yml": []]
    try withFolder(files) { folder in
      let problems = try Configuration.check(folder: folder)
      #expect(problems.map(\.file) == ["comms.yml", "rules.yaml", "service.yaml"])
      #expect(problems.last?.advice == "did you mean 'services.yaml'?")
      let trouble = #expect(throws: SettingsTrouble.self) { try Configuration.load(folder: folder) }
      #expect(trouble?.code == .invalid)
      #expect(trouble?.problems == problems)
      #expect(trouble?.message.contains("comms.yml:1:1") == true)
      #expect(trouble?.message.contains("and 2 more") == true)
      let inspected = try Configuration.inspect(folder: folder)
      #expect(inspected.problems == problems)
      #expect(inspected.configuration.services == Service.shipped)
    }
  }

  @Test func bytesThatAreNoText() throws {
    try withFolder(["sitrep.yaml": Array("zone: UTC\n# ".utf8) + [0xC3, 0x28, 0x0A]]) { folder in
      let problems = try Configuration.check(folder: folder)
      #expect(problems.map(\.line) == [2])
      #expect(problems.first?.message.contains("UTF-8") == true)
    }
  }

  @Test func fileThatCannotBeRead() throws {
    try withFolder([:]) { folder in
      try FileManager.default.createDirectory(atPath: folder + "/rules.yaml", withIntermediateDirectories: false)
      let trouble = #expect(throws: SettingsTrouble.self) { try Configuration.load(folder: folder) }
      #expect(trouble?.code == .unreadable)
      #expect(trouble?.message.contains("rules.yaml") == true)
    }
    try withFolder(["rules.yaml": [UInt8](repeating: 0x23, count: 1_048_577)]) { folder in
      let trouble = #expect(throws: SettingsTrouble.self) { try Configuration.check(folder: folder) }
      #expect(trouble?.message.contains("1 MiB") == true)
    }
  }
}
