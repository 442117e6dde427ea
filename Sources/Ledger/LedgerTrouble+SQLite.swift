import GRDB
import GRDBSQLite

extension LedgerTrouble {
  /// The trouble that a primary or extended SQLite result code stands for (https://www.sqlite.org/rescode.html).
  init(sqlite result: Int32, cause: String, path: String) {
    let code: Code
    let message: String
    switch result & 0xff {
    case SQLITE_CORRUPT:
      code = .damaged
      message = "\(path) is damaged. Run `sitrep db verify`, and restore a backup where it names lost events."
    case SQLITE_NOTADB:
      code = .damaged
      message = "\(path) is not a Sitrep store, or its first page is damaged."
    case SQLITE_FULL:
      code = .full
      message = "No space is left for \(path). Nothing was recorded; free some space and try again."
    case SQLITE_IOERR:
      code = .io
      message = "The disk under \(path) reports an error. Nothing was recorded."
    case SQLITE_CANTOPEN where FileSystem.isForbidden(path):
      code = .noPermission
      message = "You have no permission to use \(path)."
    case SQLITE_CANTOPEN:
      code = .cannotCreate
      message = "\(path) cannot be opened or created."
    case SQLITE_READONLY:
      code = .readOnly
      message = "\(path) can only be read."
    case SQLITE_PERM, SQLITE_AUTH:
      code = .noPermission
      message = "You have no permission to use \(path)."
    case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL:
      code = .lockedTooLong
      message = "Another process has kept \(path) locked for too long. Try again."
    case SQLITE_CONSTRAINT where cause.contains("event.occasion"):
      code = .occasionTaken
      message = "This due event has been recorded already."
    case SQLITE_TOOBIG:
      code = .tooLarge
      message = "The text is too large for \(path)."
    default:
      code = .invalid
      message = "\(path) refused a statement: \(cause)."
    }
    self.init(code, message, cause: "\(cause) (SQLite \(result))")
  }

  /// Any error from below, as trouble; what is trouble already stays as it is.
  init(_ error: any Error, path: String) {
    switch error {
    case let trouble as LedgerTrouble: self = trouble
    case let error as DatabaseError:
      self.init(
        sqlite: error.extendedResultCode.rawValue, cause: error.message ?? "no further words", path: path)
    default: self.init(.io, "\(path) could not be used: \(error).", cause: String(describing: error))
    }
  }
}
