import EventLog
import Incidents

extension PostMortem {
  /// The draft for readers outside: pseudonyms for everybody who is known, in free text as well; no address that leads
  /// inside; nothing that was hidden by hand; not what is still missing, nor how to fill it.
  ///
  /// - Parameters:
  ///   - people: whoever is known beside those whom the incident itself names.
  ///   - salt: what only those who have the store can know.
  package static func publicDraft(_ material: ReviewMaterial, people: [KnownPerson], salt: String) -> PostMortem {
    var draft = PostMortem.draft(material, names: true)
    let named = material.namedPeople.filter { name in !people.contains { $0.name == name || $0.others.contains(name) } }
    draft.disguise(Pseudonyms(people + named.sorted().map { KnownPerson(name: $0) }, salt: salt))
    return draft
  }

  private mutating func disguise(_ names: Pseudonyms) {
    isPublic = true
    gaps = []
    title = names.replaced(in: title)
    label = names.replaced(in: label)
    service = service.map(names.replaced)
    waiver = waiver.map(names.replaced)
    summary = names.replaced(in: summary)
    impact = impact.map(names.replaced)
    detection = names.replaced(in: detection)
    verification = verification.map(names.replaced)
    if var told = report {
      told.condition = names.replaced(in: told.condition)
      told.actions = names.replaced(in: told.actions)
      told.needs = names.replaced(in: told.needs)
      report = told
    }
    timeline = timeline.map { $0.disguised(names) }
    decisions = decisions.map { $0.disguised(names) }
    messages = messages.map { $0.disguised(names) }
    for index in roles.indices { roles[index].who = names.name(roles[index].who) }
    for index in runs.indices {
      runs[index].procedure = names.replaced(in: runs[index].procedure)
      runs[index].title = names.replaced(in: runs[index].title)
      runs[index].outcome = runs[index].outcome.map(names.replaced)
      for step in runs[index].skipped.indices {
        runs[index].skipped[step].title = names.replaced(in: runs[index].skipped[step].title)
        runs[index].skipped[step].reason = names.replaced(in: runs[index].skipped[step].reason)
      }
    }
    for index in promises.indices {
      promises[index].rule = names.replaced(in: promises[index].rule)
      promises[index].owner = names.replaced(in: promises[index].owner)
    }
    attendees = attendees.map { Attendee(name: names.name($0.name), alias: names.replaced(in: $0.alias)) }
      .sorted { $0.name < $1.name }
    disguiseRecord(names)
  }

  /// What people wrote and decided about it.
  private mutating func disguiseRecord(_ names: Pseudonyms) {
    owner = owner.map(names.owner)
    sections = sections.mapValues(names.replaced)
    for index in factors.indices {
      factors[index].text = names.replaced(in: factors[index].text)
      factors[index].evidence = factors[index].evidence.flatMap(names.reference)
      factors[index].accepted = factors[index].accepted.map(names.replaced)
    }
    for index in actions.indices {
      actions[index].text = names.replaced(in: actions[index].text)
      actions[index].owner = actions[index].owner.map(names.owner)
      actions[index].doneWhen = actions[index].doneWhen.map(names.replaced)
      actions[index].link = actions[index].link.flatMap(names.reference)
      actions[index].endedBy = actions[index].endedBy.map(names.owner)
      actions[index].note = actions[index].note.map(names.replaced)
    }
    for index in explanations.indices {
      explanations[index].section = names.replaced(in: explanations[index].section)
      explanations[index].reason = names.replaced(in: explanations[index].reason)
      explanations[index].person = names.name(explanations[index].person)
    }
    for index in accepted.indices {
      accepted[index].words = names.replaced(in: accepted[index].words)
      accepted[index].reason = names.replaced(in: accepted[index].reason)
      accepted[index].person = names.name(accepted[index].person)
    }
    for index in stated.indices {
      stated[index].name = names.replaced(in: stated[index].name)
      stated[index].text = names.replaced(in: stated[index].text)
    }
  }
}

extension NarrativeLine {
  fileprivate func disguised(_ names: Pseudonyms) -> NarrativeLine {
    var line = self
    line.who = names.isKnown(who) ? names.name(who) : names.replaced(in: who)
    line.text = names.replaced(in: text)
    line.evidence = evidence.map { names.reference($0) ?? PublicAddress.leftOut }
    return line
  }
}

extension Pseudonyms {
  /// A team keeps its name; only those who are known are people.
  fileprivate func owner(_ owner: String) -> String { isKnown(owner) ? name(owner) : replaced(in: owner) }

  /// A link as it is where it may stay; what names somebody or leads inside is left out, digests too.
  fileprivate func reference(_ text: String) -> String? {
    guard let address = WebAddress(text), PublicAddress.isPublic(address), replaced(in: text) == text else {
      return nil
    }
    return text
  }
}

extension ReviewMaterial {
  /// Whoever the incident, its entries and its review name as a person; machines are none.
  fileprivate var namedPeople: Set<String> {
    var names: Set<String> = []
    names.formUnion(incident.roles.map(\.person))
    names.formUnion(incident.offers.flatMap { [$0.person, $0.offeredBy] })
    names.formUnion(incident.tasks.flatMap { [$0.person, $0.givenBy] })
    names.formUnion(incident.hypotheses.flatMap { [$0.person, $0.settledBy ?? ""] })
    names.formUnion(incident.decisions.flatMap { [$0.person, $0.settledBy ?? ""] + $0.objections.map(\.person) })
    names.formUnion([incident.acknowledgedBy ?? "", incident.nextCommander ?? ""])
    names.formUnion(entries.filter { $0.assurance != .machine }.map(\.person))
    if let record {
      names.formUnion(record.versions.map(\.author))
      names.formUnion(record.explanations.map(\.person))
      names.formUnion(record.accepted.map(\.person))
      names.formUnion(record.actions.compactMap(\.endedBy))
    }
    return names.subtracting(["", "sitrep", "alertmanager"])
  }
}
