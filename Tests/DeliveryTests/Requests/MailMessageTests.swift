import EventLog
import Foundation
import Testing

@testable import Delivery

@Suite struct MailMessageTests {
  private let from = "Sitrep <sitrep@example.org>"

  @Test func plainTextGoesAsItIs() throws {
    #expect(
      try MailMessage.text(.sample("mail", recipient: "lea@example.org"), from: from, now: .night) == """
        From: Sitrep <sitrep@example.org>
        To: lea@example.org
        Subject: SEV1? checkout: ProbeFailure
        Date: Sat, 21 Nov 2026 03:31:00 +0000
        Message-ID: <page.42.lea.1@example.org>
        Auto-Submitted: auto-generated
        X-Sitrep-Subject: sitrep/42
        MIME-Version: 1.0
        Content-Type: text/plain; charset=us-ascii
        Content-Transfer-Encoding: 7bit

        42 checkout <eu> & "us"
        Probes fail since 03:12Z.

        https://ops.example.org/42

        """)
  }

  @Test func whatIsNotASCIIIsEncodedInLinesThatEveryServerTakes() throws {
    let title = "Störung: " + String(repeating: "żółw ", count: 30)
    let letter = Letter.sample(
      "mail", recipient: "lea@example.org",
      content: .page.with {
        $0.title = title; $0.text = "ęąż\n👩‍🚒"
      })
    let text = try MailMessage.text(letter, from: from, now: .night)
    #expect(text.utf8.allSatisfy { $0 < 128 })
    #expect(text.split(separator: "\n").allSatisfy { $0.utf8.count <= 78 })
    let words = text.split(separator: "\n").filter { $0.contains("=?utf-8?B?") }
      .compactMap { $0.split(separator: "?").dropFirst(3).first }
      .compactMap { Data(base64Encoded: String($0)) }.map { String(decoding: $0, as: UTF8.self) }
    #expect(words.joined() == title)
    let body = text.components(separatedBy: "\n\n")[1].filter { $0 != "\n" }
    #expect(Data(base64Encoded: body).map { String(decoding: $0, as: UTF8.self) }?.hasPrefix("ęąż\n👩‍🚒\n") == true)
  }

  @Test(arguments: [
    "", "lea@example.org\nBcc: all@example.org", "a@b@c", "-oQ/tmp@example.org", "lea example.org", "@example.org",
    "<lea@example.org>", "lea@example.org, max@example.org",
  ])
  func whatIsNoAddressIsRefused(address: String) {
    #expect(throws: UnfitLetter.self) {
      try MailMessage.text(.sample("mail", recipient: address), from: from, now: .night)
    }
  }

  @Test func aTitleCannotAddAHeader() throws {
    let letter = Letter.sample(
      "mail", recipient: "lea", content: .page.with { $0.title = "a\r\nBcc: all@example.org" })
    let text = try MailMessage.text(letter, from: "sitrep@example.org", now: .night)
    #expect(!text.contains("\nBcc") && text.contains("Subject: a  Bcc: all@example.org\n"))
    #expect(throws: UnfitLetter.self) {
      try MailMessage.text(letter, from: "a\nBcc: x <sitrep@example.org> y", now: .night)
    }
  }

  @Test func aNameWithMarksIsQuoted() throws {
    let text = try MailMessage.text(
      .sample("mail", recipient: "lea"), from: "Ops, \"night\" <ops@example.org>", now: .night)
    #expect(text.hasPrefix("From: \"Ops, night\" <ops@example.org>\n"))
  }
}
