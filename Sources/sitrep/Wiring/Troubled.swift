import Commands
import Desk

/// Runs a part that works on the store itself, its troubles worded like all others.
func troubled<Result>(_ body: () throws -> Result) throws(Trouble) -> Result {
  do {
    return try body()
  } catch {
    throw Trouble(any: error)
  }
}
