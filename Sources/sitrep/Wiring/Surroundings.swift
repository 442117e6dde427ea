import EventLog
import FoundationEssentials
import Glibc
import Settings

/// What the operating system says of this process: login, host, environment, folders.
enum Surroundings {
  static var environment: [String: String] { ProcessInfo.processInfo.environment }

  static var observed: ObservedLogin {
    ObservedLogin(
      login: login, uid: Int(getuid()), host: host,
      sshConnection: environment["SSH_CONNECTION"] ?? environment["SSH_CLIENT"], isTerminal: isatty(0) == 1)
  }

  static var login: String? {
    var entry = passwd()
    var found: UnsafeMutablePointer<passwd>?
    var buffer = [CChar](repeating: 0, count: 16_384)
    guard getpwuid_r(getuid(), &entry, &buffer, buffer.count, &found) == 0, found != nil, let name = entry.pw_name
    else { return nil }
    return String(cString: name)
  }

  static var host: String {
    var buffer = [CChar](repeating: 0, count: 256)
    guard gethostname(&buffer, buffer.count - 1) == 0 else { return "localhost" }
    let name = buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    return String(String(decoding: name, as: UTF8.self).prefix { $0 != "." })
  }

  static func folderExists(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  /// A file that may not even be looked for counts as there: the store says then why it cannot be opened, and is never
  /// taken for a new one.
  static func fileExists(_ path: String) -> Bool { access(path, F_OK) == 0 || errno == EACCES }

  /// The user who owns a file; nil where it is not there.
  static func owner(of path: String) -> Int? {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_uid) : nil
  }

  /// Whose the store is, from its folder's permission bits.
  static func storeKind(of file: String) -> StoreKind {
    var status = stat()
    let folder = file.lastIndex(of: "/").map { String(file[..<$0]) } ?? "."
    guard stat(folder.isEmpty ? "/" : folder, &status) == 0 else { return .personal }
    return StoreKind(folderMode: Int(status.st_mode))
  }
}
