import EventLog
import Foundation
import Incidents
import Testing

@testable import Review

struct HTMLPostMortemTests {
  @Test func aFullIncidentReadsAsItDid() throws {
    let text = try PostMortem.draft(Sample.material).html()
    #expect(try Sample.golden("full.html", text) == text)
    let shape = HTMLShape(text)
    #expect(shape.faults == [])
    #expect(shape.addresses == ["https://graphs.example.com/d/7"])
    // Nothing but that link is an address.
    #expect(text.components(separatedBy: "://").count == 3)
  }

  @Test func theShippedTemplateIsTheOneInTheBinary() throws {
    let file = Sample.folder.appending(path: "docs/templates/post-mortem.html.mustache")
    #expect(try String(contentsOf: file, encoding: .utf8) == HTMLPostMortemTemplate.text)
  }

  @Test func hasTheSectionsOfTheMarkdown() throws {
    let draft = PostMortem.draft(Sample.material)
    let inMarkdown = try draft.markdown().split(separator: "\n").filter { $0.hasPrefix("## ") }.map { $0.dropFirst(3) }
    let inHTML = try draft.html().split(separator: "\n").filter { $0.hasPrefix("<h2>") }.map {
      $0.dropFirst(4).dropLast(5)
    }
    #expect(inHTML == inMarkdown)
    #expect(inHTML.count == 22)
  }

  @Test func anIncidentWithoutEventsIsAPageAsWell() throws {
    let text = try PostMortem.draft(Sample.empty).html()
    #expect(HTMLShape(text).faults == [])
    #expect(!text.contains("<svg") && text.contains("Nothing is recorded."))
  }

  /// Whatever stands in the texts, the page is made of the same elements, and links to nothing more.
  @Test(arguments: [
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "' onmouseover='alert(1)", "</style><script>",
    "</title></svg></table>", "<!-- ", "]]>", "&lt;script&gt;", "&#60;", "javascript:alert(1)",
    "https://x\" onclick=\"y",
    "data:text/html,<script>", "{{#lines}}{{title}}{{/lines}}", "{{{title}}}", "{{> partial}}",
    "\u{0}\u{1B}[31m\u{202E}<b>",
    "a\n\nb<br>", "<a href=\"javascript:x\">y</a>", "[x](javascript:alert(1))", "<javascript:alert(1)>", "&", "<",
    "\u{FFFE}", "`</code><script>`", "**<b>**",
  ])
  func hostileTextIsOnlyText(text: String) throws {
    func page(_ text: String) throws -> String { try PostMortem.draft(Self.filled(with: text)).html() }
    let hostile = try page(text)
    let shape = HTMLShape(hostile)
    #expect(shape.faults == [])
    #expect(shape.addresses == [])
    #expect(!hostile.contains("<script") && !hostile.contains("<img"))
    #expect(!hostile.unicodeScalars.contains { $0.value < 32 && $0 != "\n" || $0.value == 0x202E })
    // What people wrote as Markdown may have become code or strong words; nothing else may differ.
    func kinds(_ shape: HTMLShape) -> [String] { shape.elements.filter { !["p", "code", "strong"].contains($0) } }
    #expect(try kinds(shape) == kinds(HTMLShape(page("word"))))
  }

  /// Each text from outside, everywhere it can stand.
  private static func filled(with text: String) -> ReviewMaterial {
    var material = Sample.material
    material.label = text
    material.chainHead = text
    material.incident.title = text
    material.incident.service = text
    material.incident.summary = text
    material.incident.impact = text
    material.incident.verification = text
    material.incident.ruleFamily = text
    material.incident.waiver = text
    material.incident.acknowledgedBy = text
    for index in material.incident.roles.indices { material.incident.roles[index].person = text }
    for index in material.incident.deadlines.indices {
      material.incident.deadlines[index].rule = text
      material.incident.deadlines[index].target = text
    }
    for index in material.entries.indices {
      material.entries[index].text = text
      material.entries[index].person = text
      material.entries[index].evidence = [text]
    }
    material.entries[5].kind = text
    material.runs[0].procedure = text
    material.runs[0].title = text
    material.runs[0].outcome = text
    material.runs[0].skipped[0].reason = text
    material.runs[0].skipped[0].title = text
    material.runs[0].deadlines[0].rule = text
    var record = ReviewRecord(stream: StreamID("review", "k3f9q2-42"))
    let id = EventID(node: "k3f9q2", sequence: 90)
    record.owner = text
    record.versions = HumanSection.allCases.enumerated().map { index, section in
      SectionVersion(
        id: EventID(node: "k3f9q2", sequence: 100 + Int64(index)), section: section, text: text, author: text,
        at: Sample.at(60))
    }
    record.factors = [
      ContributingFactor(id: id, number: 1, text: text, kind: .latent, evidence: text, parent: nil, accepted: text)
    ]
    record.actions = [
      ActionItem(
        id: id, number: 1, text: text, kind: .prevent, owner: text, dueAt: Sample.at(90), doneWhen: text,
        link: text, state: .open, endedAt: nil, endedBy: nil, note: nil)
    ]
    record.explanations = [.init(section: text, reason: text, person: text)]
    record.accepted = [.init(rule: text, words: text, reason: text, person: text)]
    material.record = record
    return material
  }

  /// The drawing takes no more for ten thousand entries than its width holds; the table is as long as the story.
  @Test func tenThousandEntriesStayReadable() throws {
    var material = Sample.material
    let kinds = ["note", "alert", "step", "comms", "decision"]
    material.entries = (0..<10_000).map { number in
      Sample.entry(
        Int64(number + 1), kinds[number % 5], "mira", Sample.at(4) + .milliseconds(Int64(number) * 250),
        "entry \(number)")
    }
    let draft = PostMortem.draft(material)
    let svg = try #require(TimelineDrawing(draft).svg)
    #expect(svg.utf8.count < 64_000)
    #expect(svg.components(separatedBy: "<path").count < 600)
    #expect(svg.contains("people 4000"))
    let text = try draft.html()
    #expect(HTMLShape(text).faults == [])
    #expect(text.utf8.count < 2_500_000)
    #expect(text.contains("entry 9999"))
  }
}
