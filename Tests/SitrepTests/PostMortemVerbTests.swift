import EventLog
import Foundation
import Testing

@Suite struct PostMortemVerbTests {
  private func ended() throws -> Home {
    let sitrep = try Home()
    try sitrep.declare("Checkout fails", "SEV1")
    _ = try sitrep("log", "rolled back by mira", "--as", "mira")
    _ = try sitrep("incident", "mitigate", "1")
    _ = try sitrep("incident", "resolve", "1", "--verified-by", "ratio")
    return sitrep
  }

  @Test func theDraftNamesItsGapsAndTheCommandsThatFillThem() throws {
    let sitrep = try ended()
    let draft = try sitrep("postmortem", "draft", "1")
    #expect(draft.code == 0 && draft.output.contains("Checkout fails"))
    #expect(draft.complaint.contains("missing: ") && draft.complaint.contains("`sitrep "))
    let commands = try #require(try sitrep("postmortem", "draft", "1", "--json").json()["gaps"]?.array)
      .compactMap { $0["command"]?.string }
    #expect(!commands.isEmpty)
    // Each of them is a verb that there is.
    for command in commands {
      let words = command.split(separator: " ").dropFirst().prefix(2).map(String.init)
      #expect(try sitrep.run(words + ["--help"]).code == 0, "\(command)")
    }
  }

  @Test func itIsExportedToAFileOrToStandardOutput() throws {
    let sitrep = try ended()
    let printed = try sitrep("postmortem", "export", "1")
    #expect(printed.code == 0 && printed.complaint == "")
    let file = sitrep.folder + "/pm.md"
    let run = try sitrep("postmortem", "export", "1", "-o", file)
    #expect(run.code == 0 && run.output == "" && run.complaint.contains(file))
    func plain(_ text: String) -> String {
      text.split(separator: "\n").filter { !$0.contains("| Drafted |") && !$0.contains("| Time resolved |") }.joined(
        separator: "\n")
    }
    #expect(plain(sitrep.text(file)) == plain(printed.output))
    let json = try sitrep("postmortem", "export", "1", "--format", "json").json()
    #expect(json["label"]?.string == "1" && json["severity"]?.string == "SEV1")
    #expect(try sitrep("postmortem", "export", "1", "--json").json()["label"]?.string == "1")
    #expect(try sitrep("postmortem", "export", "#1", "--format", "json", "-o", file).code == 0)
    #expect(sitrep.text(file).hasPrefix("{"))
  }

  @Test func itIsExportedAsAPageThatStandsAlone() throws {
    let sitrep = try Home()
    try sitrep.declare("Checkout fails <script>alert(1)</script>", "SEV1")
    let file = sitrep.folder + "/pm.html"
    let run = try sitrep("postmortem", "export", "1", "--format", "html", "-o", file)
    #expect(run.code == 0 && run.output == "" && run.complaint.contains(file))
    let text = sitrep.text(file)
    #expect(text.hasPrefix("<!DOCTYPE html>") && text.hasSuffix("</html>\n"))
    #expect(text.contains("<svg") && text.contains("Checkout fails &lt;script&gt;") && !text.contains("<script"))
    let unknown = try sitrep("postmortem", "export", "1", "--format", "pdf")
    #expect(unknown.code != 0 && unknown.complaint.contains("markdown, html or json"))
  }

  @Test func aPublicExportNamesNobodyAndIsTheSameAgain() throws {
    let sitrep = try ended()
    _ = try sitrep("log", "MIRA asked @lea at https://graphs.internal/d/7", "-i", "1", "--as", "lea")
    for format in ["markdown", "html", "json"] {
      let run = try sitrep("postmortem", "export", "1", "--format", format, "--public")
      let text = run.output.lowercased()
      #expect(run.code == 0 && text.contains("person ") && !text.contains("mira") && !text.contains("@lea"))
      for secret in ["graphs.internal", "still missing (", "sitrep incident"] { #expect(!text.contains(secret)) }
    }
    func who() throws -> [String] {
      try #require(try sitrep("postmortem", "export", "1", "--json", "--public").json()["attendees"]?.array)
        .compactMap { $0["name"]?.string }
    }
    let (first, second) = (try who(), try who())
    #expect(first.count >= 2 && first == second)
    let both = try sitrep("postmortem", "export", "1", "--public", "--names")
    #expect(both.code == 64 && both.complaint.contains("--public"))
  }

  @Test func theReportIsWrittenAsAPage() throws {
    let sitrep = try ended()
    let file = sitrep.folder + "/report.html"
    let run = try sitrep("report", "--html", file, "--cost-per-hour", "500")
    #expect(run.code == 0 && run.output == "" && run.complaint.contains(file))
    let text = sitrep.text(file)
    #expect(text.hasPrefix("<!DOCTYPE html>") && text.contains("<svg") && text.contains("How long it took"))
    #expect(try sitrep("report", "--html", sitrep.folder + "/no/such/folder.html").code == 73)
  }

  @Test func peopleBecomeRolesUnlessTheirNamesAreAskedFor() throws {
    let sitrep = try ended()
    let timeline = try #require(try sitrep("postmortem", "export", "1", "--json").json()["timeline"]?.array)
    #expect(timeline.allSatisfy { $0["who"]?.string != "mira" })
    let named = try sitrep("postmortem", "export", "1", "--json", "--names").json()["timeline"]?.array
    #expect(named?.contains { $0["who"]?.string == "mira" } == true)
  }
}
