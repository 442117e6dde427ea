import Foundation
import Glibc
import Testing

/// A letter through a real mail server into a real mailbox, by the script that a person can run as well:
/// `Tests/EndToEnd/mail.sh`.
@Suite struct MailTests {
  /// Its socket has a fixed place, which belongs to root.
  private static var canRun: Bool {
    FileManager.default.isExecutableFile(atPath: "/usr/sbin/smtpd") && geteuid() == 0
      && !FileManager.default.fileExists(atPath: "/run/smtpd.sock")
  }

  @Test(.enabled(if: canRun, "OpenSMTPD cannot be run here"), .timeLimit(.minutes(5)))
  func aLetterIsReadBackWhole() async throws {
    let (status, printed) = try await EndToEndScript.run("mail.sh", [try BuiltProgram.path()])
    #expect(status == 0, "\(printed)")
  }
}
