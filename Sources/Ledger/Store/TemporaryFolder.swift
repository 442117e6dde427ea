import FoundationEssentials
import Glibc

/// A folder of its own for what goes away again, which nobody else may look into.
package struct TemporaryFolder: Sendable {
  package let path: String

  /// - Parameters:
  ///   - parent: where it is made.
  ///   - name: how its own name begins.
  /// - Throws: `.cannotCreate` where none can be made there.
  package init(in parent: String, named name: String) throws(LedgerTrouble) {
    // mkdtemp wants six of this letter and puts others in their place.
    var template = Array("\(parent)/\(name)-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      let cause = String(cString: strerror(errno))
      throw LedgerTrouble(.cannotCreate, "No folder can be made in \(parent): name another with TMPDIR.", cause: cause)
    }
    path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  /// Removes it with all that is in it.
  package func remove() { try? FileManager.default.removeItem(atPath: path) }
}
