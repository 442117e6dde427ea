import Commands
import Glibc

/// A folder that a group shares: 2770, so that what is made in it belongs to the group; files in it 0660.
struct TeamFolder {
  let path: String
  let group: gid_t

  /// The number of a group.
  /// - Throws: trouble where there is no such group.
  static func group(named name: String) throws(Trouble) -> gid_t {
    var entry = Glibc.group()
    var found: UnsafeMutablePointer<Glibc.group>?
    var buffer = [CChar](repeating: 0, count: 65_536)
    guard getgrnam_r(name, &entry, &buffer, buffer.count, &found) == 0, found != nil else {
      throw Trouble(
        .badInput, "There is no group \(name) on this host: make it (groupadd \(name)) and put the team in it.")
    }
    return entry.gr_gid
  }

  /// Makes the folder, or makes one that is there the group's.
  /// - Parameters:
  ///   - own: the beginnings of names that may be in it already, to be shared as well; with anything else it is
  ///     somebody else's.
  ///   - secret: names that may be in it and are left as they are.
  /// - Throws: trouble where it cannot be made or shared.
  func make(own: [String], secret: [String] = []) throws(Trouble) {
    let names = names.filter { !secret.contains($0) }
    for name in names where !own.contains(where: name.hasPrefix) {
      throw Trouble(
        .refused,
        "\(path) holds other things (\(name)), and would be given to the group with them: name a folder of its own.")
    }
    var parent = ""
    for part in path.split(separator: "/") {
      parent += "/" + part
      guard mkdir(parent, parent == path ? 0o2770 : 0o755) == 0 || errno == EEXIST else { throw trouble(parent) }
    }
    try share(path, mode: 0o2770)
    for name in names { try share(path + "/" + name, mode: isFolder(path + "/" + name) ? 0o2770 : 0o660) }
  }

  /// Gives a file in it to the group.
  /// - Throws: trouble where that is not allowed.
  func share(_ file: String, mode: mode_t) throws(Trouble) {
    guard chown(file, uid_t.max, group) == 0, chmod(file, mode) == 0 else { throw trouble(file) }
  }

  private var names: [String] {
    guard let folder = opendir(path) else { return [] }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted()
  }

  private func isFolder(_ path: String) -> Bool { Surroundings.folderExists(path) }

  private func trouble(_ path: String) -> Trouble {
    let number = errno
    let code: Trouble.Code = number == EACCES || number == EPERM || number == EROFS ? .notAllowed : .cannotCreate
    return Trouble(code, "\(path) cannot be shared with the group: \(String(cString: strerror(number))).")
  }
}
