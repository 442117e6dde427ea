/// What the operating system says about whoever runs the program; nothing in it is claimed.
package struct ObservedLogin: Hashable, Sendable {
  /// Nil where the user's number has no name, as in some containers.
  package var login: String?
  package var uid: Int
  package var host: String?
  /// The value of `SSH_CONNECTION`, or of the older `SSH_CLIENT`; the peer's address comes first in both.
  package var sshConnection: String?
  package var isTerminal: Bool

  package init(login: String?, uid: Int, host: String?, sshConnection: String?, isTerminal: Bool) {
    self.login = login
    self.uid = uid
    self.host = host
    self.sshConnection = sshConnection
    self.isTerminal = isTerminal
  }

  /// How it came in, as the log records it: "ssh:PEER", "tty" or "cli".
  package var via: String {
    let peer = sshConnection?.split(separator: " ").first ?? ""
    return peer.isEmpty ? (isTerminal ? "tty" : "cli") : "ssh:\(peer)"
  }
}
