import EventLog
import Foundation
import Testing

/// Paging by name, and trying out whether pages come.
@Suite struct PageVerbTests {
  private func home() throws -> PagingHome {
    let home = try PagingHome()
    #expect(
      try home.run("incident", "declare", "--title", "Checkout fails", "--severity", "SEV2", "--service", "checkout")
        .code
        == 0)
    return home
  }

  @Test func aPageSaysWhatLeftAndNeverThatSomebodyWasReached() throws {
    let home = try home()
    let asked = try home.run("page", "mira")
    #expect(asked.code == 77 && asked.complaint.contains("--confirm mira") && asked.complaint.contains("+49 30 123456"))
    #expect(home.receiver.counts.isEmpty)
    // Nothing watches: the verb sends it itself.
    let paged = try home.run("page", "mi", "1", "--message", "the pool is empty", "--confirm", "mira")
    #expect(paged.code == 0, "\(paged)")
    #expect(paged.output.contains("hook: left at ") && paged.output.contains("known once they acknowledge"))
    #expect(!paged.output.lowercased().contains("reached"))
    #expect(home.receiver.counts.values.sorted() == [1])
    let texts = try home.run("incident", "show", "1", "--json").json()["timeline"]?.array?.compactMap {
      $0["text"]?.string
    }
    #expect(
      texts?.contains { $0.hasPrefix("Paging mira") && $0.hasSuffix("asks: the pool is empty") } == true,
      "\(texts ?? [])")
    #expect(texts?.contains { $0.hasPrefix("Page to mira went out by hook") } == true)
    let json = try home.run("page", "mira", "--confirm", "mira", "--json").json()
    #expect(try JSONSchema(named: "page").problems(of: json).isEmpty)
    #expect(json["left"] == .bool(true) && json["dial"]?.string == "+49 30 123456")
  }

  @Test func whoIsNotReachedIsSaidWithTheNumberToDial() throws {
    let home = try home()
    let nowhere = try home.run("page", "jonas", "--confirm", "jonas")
    #expect(
      nowhere.code == 69 && nowhere.output.contains("NOT paged: no way leads there; dial +49 30 654321"), "\(nowhere)")
    let failed = try home.run("page", "tom", "--confirm", "tom")
    #expect(
      failed.code != 0 && failed.output.contains("broken: ") && failed.output.contains("no number of tom"), "\(failed)")
    let unknown = try home.run("page", "lea", "--confirm", "lea")
    #expect(unknown.code == 65 && unknown.complaint.contains("oncall.yaml knows no lea: mira, jonas, tom"))
    // It stays in sight on every screen until somebody is paged.
    let doctor = try home.run("doctor")
    #expect(
      doctor.output.contains("NO PAGE to jonas about #1: no way leads to jonas; dial +49 30 654321"), "\(doctor.output)"
    )
  }

  @Test func aTestIsConfirmedByItsCodeAlone() throws {
    let home = try home()
    #expect(try home.run("page", "--test", "mira").code == 77)
    #expect(try home.run("page", "--test", "jonas", "--confirm", "jonas").code == 69)
    let tried = try home.run("page", "--test", "mira", "--confirm", "mira")
    #expect(tried.code == 0 && tried.output.contains("known once somebody types its code"), "\(tried)")
    let key = try #require(home.receiver.counts.keys.first)
    let code = try #require(key.split(separator: "/").dropFirst(2).first.map(String.init))
    #expect(try home.run("doctor").output.contains("mira by hook: nobody has confirmed that a page comes"))
    let unconfirmed = try home.run("config", "check")
    #expect(
      unconfirmed.code == 78
        && unconfirmed.output.contains(
          "oncall.yaml:9:18: level 1 pages the primary, and nobody has confirmed that a page comes to mira"),
      "\(unconfirmed)")
    let wrong = try home.run("page", "--test", "mira", "--code", code == "1234" ? "4321" : "1234")
    #expect(wrong.code == 1 && wrong.complaint.contains("nothing is confirmed"))
    #expect(try home.run("page", "--test", "mira", "--code", code).code == 0)
    #expect(try !home.run("doctor").output.contains("mira by hook: nobody"))
    #expect(try home.run("config", "check").output.contains("all right"))
    // It is about no incident and changes none.
    let texts = try home.run("incident", "show", "1", "--json").json()["timeline"]?.array?.compactMap {
      $0["text"]?.string
    }
    #expect(texts?.contains { $0.contains("Page") } == false)
  }
}
