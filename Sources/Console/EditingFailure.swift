import Glibc

/// Why a file for an editor could not be made.
struct EditingFailure: Error {
  let message: String

  /// Takes the cause from `errno`.
  init(folder: String) {
    message = "A file for the editor cannot be written to \(folder): \(String(cString: strerror(errno))). Set TMPDIR."
  }
}
