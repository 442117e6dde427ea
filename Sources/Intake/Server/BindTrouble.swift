package import Commands
import Glibc
import NIOCore

/// Why an address cannot be listened at, in words.
package enum BindTrouble {
  /// - Parameter code: the system's error number.
  package static func trouble(code: Int32, at address: ServerAddress) -> Trouble {
    let sentence =
      switch code {
      case EADDRINUSE:
        "Something listens at \(address) already. Stop it, or choose another port with --listen HOST:PORT."
      case EACCES:
        "This user may not listen at \(address). Ports below 1024 belong to root: choose a higher one with --listen."
      case EADDRNOTAVAIL:
        "\(address.host) is not an address of this host. Choose one that it has with --listen HOST:PORT."
      default: "The server cannot listen at \(address): \(String(cString: strerror(code)))."
      }
    return Trouble(code == EACCES ? .notAllowed : .unavailable, sentence, cause: "errno \(code)")
  }

  /// Any error of starting to listen.
  static func trouble(_ error: any Error, at address: ServerAddress) -> Trouble {
    if let trouble = error as? Trouble { return trouble }
    if let error = error as? IOError { return trouble(code: error.errnoCode, at: address) }
    return Trouble(
      .unavailable, "The server cannot listen at \(address): \"\(address.host)\" does not name an address.",
      cause: String(describing: error))
  }
}
