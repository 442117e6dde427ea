import EventLog
import Incidents
import TestSupport
import Testing

@testable import Review

struct PublicPostMortemTests {
  private static let people = [
    KnownPerson(
      name: "mira", fullName: "Mira Anders", others: ["manders", "mira.anders@example.com", "+49 151 234567"]),
    KnownPerson(name: "jon", fullName: "Jon Brown"), KnownPerson(name: "lea", fullName: "Léa Costa"),
    KnownPerson(name: "root", others: ["root"]),
  ]

  private static func draft(_ material: ReviewMaterial, salt: String = "salt") -> PostMortem {
    PostMortem.publicDraft(material, people: people, salt: salt)
  }

  @Test(arguments: [
    ("mira rolled back", "Person A rolled back"), ("then MIRA and Mira's team", "then person A and person A's team"),
    ("mira_2, mira2 and mira-laptop", "Person A_2, person A2 and person A-laptop"),
    ("admiral Miranda", "admiral Miranda"),
    ("by Mira Anders, Anders and manders", "by person A, person A and person A"), ("asked @jon.", "asked person B."),
    ("the brown field, Brown said", "the brown field, person B said"), ("LÉA and Léa Costa", "Person C and person C"),
    ("the root cause", "the root cause"), ("call +49 151 234567", "call person A"),
    ("mail mira.anders@example.com or ops@example.org", "mail (address left out) or (address left out)"),
    ("", ""),
  ])
  func namesBecomePseudonyms(text: String, expected: String) {
    let names = Pseudonyms(Self.people, salt: "salt")
    var told = names.replaced(in: text)
    for (name, letter) in [("mira", "A"), ("jon", "B"), ("lea", "C")] {
      let code = names.name(name).dropFirst("person ".count)
      told = told.replacing(code, with: letter)
    }
    #expect(told == expected)
  }

  @Test func pseudonymsAreTheSamePersonsEverywhereAndTheStoresOwn() {
    let names = Pseudonyms(Self.people, salt: "one")
    #expect(names.name("mira") == names.name("manders"))
    #expect(names.name("mira") == Pseudonyms(Self.people.reversed(), salt: "one").name("mira"))
    #expect(names.name("mira") == Pseudonyms([], salt: "one").name("mira"))
    #expect(names.name("mira") != Pseudonyms(Self.people, salt: "two").name("mira"))
    #expect(Set(["mira", "jon", "lea", "root"].map(names.name)).count == 4)
    #expect(names.name("mira").hasPrefix("person ") && names.name("mira").count == 12)
  }

  @Test(arguments: [
    ("see https://example.com/a?b=c.", "see https://example.com/a?b=c."),
    ("see https://graphs.internal/d/7.", "see (address left out)."), ("http://grafana/d", "(address left out)"),
    ("(http://10.0.0.8:9090/x)", "((address left out))"), ("https://mira:pw@example.com/", "(address left out)"),
    ("url:https://wiki.corp/x,", "(address left out),"),
    ("on db1.internal and 192.168.4.9:5432", "on (address left out) and (address left out)"),
    ("release 1.2.3.4 of v10.4.1.2", "release 1.2.3.4 of v10.4.1.2"),
    ("to 172.32.0.1 and 172.20.0.1", "to 172.32.0.1 and (address left out)"),
    ("It fell. Then it rose.", "It fell. Then it rose."), ("api.example.com answers", "api.example.com answers"),
    ("[graph](https://g.internal/x)", "[graph]((address left out))"), ("ratio 0.4 % at 14:05", "ratio 0.4 % at 14:05"),
  ])
  func addressesThatLeadInsideAreLeftOut(text: String, expected: String) {
    #expect(PublicAddress.withoutInternal(text) == expected)
  }

  @Test func whatIsHiddenOrMissingIsNotThereAndThePageSaysWhatItIs() throws {
    var material = Sample.material
    material.entries[5].evidence = ["https://graphs.internal/d/7", "https://example.com/1", "sha256:00ff"]
    let draft = Self.draft(material)
    #expect(draft.gaps.isEmpty && draft.isPublic)
    #expect(!draft.timeline.contains { $0.text.contains("lunch") })
    #expect(
      draft.timeline.flatMap(\.evidence) == ["(address left out)", "https://example.com/1", "(address left out)"])
    for text in [try draft.html(), try draft.markdown()] {
      #expect(
        text.contains("Public form.") && !text.contains("Still missing") && !text.contains("by the\nrole they held"))
    }
    #expect(draft.json.contains("\"public\":true"))
    #expect(!(try PostMortem.draft(material).html()).contains("Public form."))
    #expect(HTMLShape(try draft.html()).faults.isEmpty)
  }

  /// Whoever is known, wherever their names stand: none of the three forms names them.
  @Test(arguments: 0..<40 as Range<UInt64>)
  func nobodyWhoIsKnownIsNamed(seed: UInt64) throws {
    var random = SeededNumbers(seed: seed)
    // Names that no word of the documents is.
    let keys = ["zoltan", "björn", "q7x", "mc_fly", "ann-sofie", "xu", "Ökahn", "d'arco"]
    let people = keys.map { key in
      KnownPerson(
        name: key,
        fullName: random.next() % 2 == 0 ? nil : "\(key.prefix(1).uppercased() + key.dropFirst()) Vandermeer",
        others: random.next() % 2 == 0 ? [] : ["\(key)99", "\(key)@firm.example"])
    }
    let names = people.flatMap { [$0.name, $0.fullName].compactMap { $0 } + $0.others }
    func form(_ name: String) -> String {
      switch random.next() % 6 {
      case 0: name.uppercased()
      case 1: "@" + name
      case 2: name.prefix(1).uppercased() + name.dropFirst() + "'s"
      case 3: "/home/\(name)/x"
      case 4: "\(name)_host"
      default: name
      }
    }
    func pick() -> String { names[Int(random.next() % UInt64(names.count))] }
    func text() -> String { "then \(form(pick())) saw \(form(pick())), https://wiki.example.com/~\(pick())" }
    func person() -> String { keys[Int(random.next() % UInt64(keys.count))] }
    let draft = PostMortem.publicDraft(Self.filled(text: text, person: person), people: people, salt: "s\(seed)")
    for (format, document) in [
      ("Markdown", try draft.markdown()), ("HTML", try draft.html()), ("JSON", draft.json),
    ] {
      let found = names.filter { Self.holds(document, $0) }
      #expect(found.isEmpty, "\(format) names \(found)")
    }
  }

  /// Whether a text holds a name in any form, apart from longer words.
  private static func holds(_ text: String, _ name: String) -> Bool {
    let text = text.lowercased().replacing("&#39;", with: "'").replacing("\\_", with: "_")
    var rest = text[...]
    while let range = rest.firstRange(of: name.lowercased()) {
      let before = range.lowerBound == text.startIndex ? nil : text[text.index(before: range.lowerBound)]
      let after = range.upperBound == text.endIndex ? nil : text[range.upperBound]
      if before?.isLetter != true, after?.isLetter != true { return true }
      rest = text[range.upperBound...]
    }
    return false
  }

  /// People and texts wherever a post-mortem has them.
  private static func filled(text: () -> String, person: () -> String) -> ReviewMaterial {
    var material = Sample.material
    material.incident.title = text()
    material.incident.service = text()
    material.incident.summary = text()
    material.incident.impact = text()
    material.incident.verification = text()
    material.incident.ruleFamily = text()
    material.incident.waiver = text()
    material.incident.acknowledgedBy = person()
    material.incident.report = ConditionReport(condition: text(), actions: text(), needs: text())
    for index in material.incident.roles.indices { material.incident.roles[index].person = person() }
    for index in material.incident.deadlines.indices {
      material.incident.deadlines[index].rule = text()
      material.incident.deadlines[index].target = person()
    }
    for index in material.entries.indices {
      material.entries[index].text = text()
      if material.entries[index].assurance != .machine { material.entries[index].person = person() }
      material.entries[index].evidence = [text(), "https://wiki.example.com/\(person())"]
    }
    material.runs[0].title = text()
    material.runs[0].procedure = text()
    material.runs[0].skipped[0].reason = text()
    material.runs[0].skipped[0].title = text()
    material.runs[0].deadlines[0].rule = text()
    var record = ReviewRecord(stream: StreamID("review", "k3f9q2-42"))
    let id = EventID(node: "k3f9q2", sequence: 90)
    record.owner = person()
    record.versions = HumanSection.allCases.enumerated().map { index, section in
      SectionVersion(
        id: EventID(node: "k3f9q2", sequence: 100 + Int64(index)), section: section, text: text(), author: person(),
        at: Sample.at(60))
    }
    record.factors = [
      ContributingFactor(
        id: id, number: 1, text: text(), kind: .latent, evidence: text(), parent: nil, accepted: text())
    ]
    record.actions = [
      ActionItem(
        id: id, number: 1, text: text(), kind: .prevent, owner: person(), dueAt: Sample.at(90), doneWhen: text(),
        link: text(), state: .done, endedAt: Sample.at(95), endedBy: person(), note: text())
    ]
    record.explanations = [.init(section: "impact", reason: text(), person: person())]
    record.accepted = [.init(rule: "B02", words: text(), reason: text(), person: person())]
    material.record = record
    return material
  }
}
