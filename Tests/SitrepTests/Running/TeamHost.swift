import Foundation
import Glibc
import Synchronization
import Testing

/// A group with users of its own on this host, and a store that they share; all of it goes with the test.
final class TeamHost: Sendable {
  let home: Home
  let group: String
  let mira: String
  let jonas: String
  /// In the group, but nobody in `oncall.yaml`.
  let guest: String
  let other: String
  /// Not in the group.
  let outsider: String

  var folder: String { home.folder }
  var data: String { folder + "/data" }
  var config: String { folder + "/etc" }
  var store: String { data + "/sitrep.db" }

  /// Users can be made by root alone, and only where the tools for it are.
  static var isPossible: Bool {
    geteuid() == 0 && ["groupadd", "useradd", "userdel", "groupdel", "setpriv"].allSatisfy(Program.isInstalled)
  }

  init() throws {
    home = try Home()
    let mark = String(UInt32.random(in: 0...UInt32.max), radix: 36)
    group = "str\(mark)g"
    mira = "str\(mark)m"
    jonas = "str\(mark)j"
    guest = "str\(mark)n"
    other = "str\(mark)o"
    outsider = "str\(mark)x"
    try Self.tool("groupadd", group)
    for user in [mira, jonas, guest, other] { try Self.tool("useradd", "-M", "-N", "-G", group, user) }
    try Self.tool("useradd", "-M", "-N", outsider)
    for user in users {
      let own = folder + "/home-" + user
      try FileManager.default.createDirectory(atPath: own, withIntermediateDirectories: true)
      try Self.tool("chown", user, own)
    }
    chmod(folder, 0o755)
  }

  deinit {
    for user in users { try? Self.tool("userdel", user) }
    try? Self.tool("groupdel", group)
  }

  private var users: [String] { [mira, jonas, guest, other, outsider] }

  func initialise() throws -> Finished { try run(as: nil, "config", "init", "--team", group) }

  /// Shares the store, names the people, and declares an incident.
  func start() throws {
    try #require(try initialise().code == 0)
    try namePeople()
    let declared = try run(as: mira, "incident", "declare", "--title", "Checkout fails", "--severity", "SEV2")
    try #require(declared.code == 0, "\(declared)")
  }

  /// Writes the people with their logins into the team's configuration.
  func namePeople() throws {
    let people = TeamStoreTests.people.replacing("%MIRA%", with: mira).replacing("%JONAS%", with: jonas)
    try Data((people + "\n").utf8).write(to: URL(filePath: config + "/oncall.yaml"))
    chmod(config + "/oncall.yaml", 0o660)
    try Self.tool("chgrp", group, config + "/oncall.yaml")
  }

  /// - Parameter user: nil for root.
  func run(as user: String?, _ words: String...) throws -> Finished {
    try home.run(words, environment: environment(user), through: through(user), program: try Self.program())
  }

  func background(as user: String, _ words: String...) throws -> Running {
    try home.start(words, environment: environment(user), through: through(user), program: try Self.program())
  }

  /// Runs a line on a terminal and types into it.
  /// - Returns: what the terminal showed.
  func typing(_ keys: String, as user: String, _ line: String) throws -> String {
    let command = (through(user) + [try Self.program()]).joined(separator: " ") + " " + line
    let run = try home.run(
      ["-qec", command, "/dev/null"], input: keys, environment: environment(user), program: Self.path(of: "script"))
    return run.output + run.complaint
  }

  /// "2770 ops": the mode and the group of a file.
  func mode(_ path: String) throws -> String {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    let mode = try #require(attributes[.posixPermissions] as? Int)
    let group = try #require(attributes[.groupOwnerAccountName] as? String)
    return "\(String(mode, radix: 8)) \(group)"
  }

  private func environment(_ user: String?) -> [String: String] {
    [
      "SITREP_DB": store, "SITREP_CONFIG": config, "HOME": user.map { folder + "/home-" + $0 } ?? home.home,
      "TMPDIR": "/tmp", "TERM": "dumb",
    ]
  }

  private func through(_ user: String?) -> [String] {
    guard let user else { return [] }
    return ["setpriv", "--reuid=\(user)", "--regid=nogroup", "--init-groups", "--"]
  }

  /// Other users may not look into the folder that the program was built in, so they run a copy.
  private static func program() throws -> String {
    try copied.withLock { copied in
      if let copied { return copied }
      let copy = NSTemporaryDirectory() + "/sitrep-for-all-\(getpid())"
      // By a program of its own: a file that this process writes could not be run while another test starts something.
      try tool("install", "-m", "755", Program.path, copy)
      copied = copy
      atexit { TeamHost.removeProgram() }
      return copy
    }
  }

  private static let copied = Mutex<String?>(nil)

  private static func removeProgram() { unlink(NSTemporaryDirectory() + "/sitrep-for-all-\(getpid())") }

  private static func tool(_ name: String, _ words: String...) throws {
    let process = try Program.spawn(
      [name] + words, environment: ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"], input: "/dev/null",
      output: "/dev/null", complaint: "/dev/null")
    try #require(Program.wait(process) == 0, "\(name) \(words) failed")
  }

  private static func path(of tool: String) -> String { "/usr/bin/" + tool }
}
