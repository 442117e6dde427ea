import Commands
import EventLog
import Incidents

extension ScreenState {
  /// How many entries the preview of a list shows at most.
  static let previewEntries = 12

  /// Asks for what the place shows and is not at hand.
  mutating func askForWhatIsShown(_ effects: inout [ScreenEffect]) {
    for query in wantedQueries where loading.ask(query, at: now) { effects.append(.load(query)) }
  }

  private var wantedQueries: [Query] {
    var queries: [Query] = [.board]
    switch place {
    case .list:
      if let shown = list.id ?? ghost?.id { queries.append(.incident(shown, entries: ScreenState.previewEntries)) }
      queries += neighbourQueries
      if board?.rows.isEmpty == true { queries.append(.past(words: "", before: nil)) }
    case .room(let id):
      queries.append(.incident(id, entries: room.limit))
      if let moment = room.knownAt, roomDetail?.knownAt != moment {
        queries.append(.asKnown(id, at: moment, entries: room.limit))
      }
      // What is over changes little while somebody looks: asked once.
      if similar[id] == nil { queries.append(.similar(id)) }
    case .messages(let id): queries += [.messages(id), .incident(id, entries: ScreenState.previewEntries)]
    case .stepper(let name, let run, let incident):
      queries.append(.runbook(name: name, run: run))
      if let incident { queries.append(.incident(incident, entries: ScreenState.previewEntries)) }
    case .onCall: queries.append(.onCall)
    case .board: queries += wallRows.map { .incident($0.id, entries: ScreenState.previewEntries) }
    case .runbooks: queries.append(.runbooks)
    case .past where pastPosition.similarTo != nil: break
    case .past:
      queries.append(.past(words: pastPosition.words, before: nil))
      if let past, let next = past.next, pastPosition.selection.index + size.rows >= past.rows.count {
        queries.append(.past(words: past.words, before: next))
      }
    }
    if let awaitsSimilar { queries.append(.similar(awaitsSimilar)) }
    if let awaitsRunbook {
      queries.append(.incident(awaitsRunbook, entries: ScreenState.previewEntries))
      if details.contains(awaitsRunbook) { queries.append(.runbooks) }
    }
    if let number = jump.flatMap({ Int64($0) }) { queries.append(.past(words: "", before: number + 1)) }
    // What the tabs depend on is asked once the first screen is there, and again only where it is looked at.
    if board != nil, !isOnWall, !loading.knowsTabs {
      for query in LoadingLedger.tabs
      where !loading.everAnswered.contains(query) && !queries.contains(query) { queries.append(query) }
    }
    return queries
  }

  /// The rows that one more cursor key would select, so that it finds their preview at hand; once the selected one is
  /// there, which goes first.
  private var neighbourQueries: [Query] {
    guard let board, let selected = list.id, details.contains(selected) else { return [] }
    return [list.index + 1, list.index - 1, list.index + 2].compactMap { place in
      guard board.rows.indices.contains(place), !details.contains(board.rows[place].id) else { return nil }
      return .incident(board.rows[place].id, entries: ScreenState.previewEntries)
    }
  }

  mutating func loaded(_ query: Query, _ result: Result<Answer, Trouble>, _ effects: inout [ScreenEffect]) {
    if case .success = result { loading.answered(query, isFailure: false) }
    if case .asKnown(let id, let moment, _) = query {
      // Kept for this one look: whoever comes back to the moment asks again.
      loading.answered(query, isFailure: false)
      loading.forget(query)
      return keep(result.flatMap(IncidentDetail.whole), of: id, at: moment)
    }
    switch result {
    case .failure(let trouble):
      loading.answered(query, isFailure: true)
      if case .similar = query { awaitsSimilar = nil }
      if case .incident(let id, _) = query, awaitsRunbook == id { awaitsRunbook = nil }
      if query == .runbooks { awaitsRunbook = nil }
      if jump != nil, case .past = query { jump = nil }
      dropHeldKeys()
      refuse(trouble)
    case .success(.board(let board)): keep(board, &effects)
    case .success(.incident(let detail)): keep(detail, of: query, &effects)
    case .success(.past(let page)): keep(page, of: query)
    case .success(.similar(let hits)):
      guard case .similar(let id) = query else { return }
      if similar.count >= DetailCache.capacity { similar = [:] }
      similar[id] = hits
      if awaitsSimilar == id { open(similar: hits, to: id) }
    case .success(.messages(let page)):
      draftPage = page
      loading.keepsAlone(query)
    case .success(.onCall(let page)):
      onCall = page
      if !shiftSelection.reconcile(count: page.shifts.count, id: { page.shifts[$0].id }) {
        shiftSelection.select(shiftSelection.index, count: page.shifts.count) { page.shifts[$0].id }
      }
    case .success(.runbooks(let rows)):
      runbooks = rows
      _ = runbookSelection.reconcile(count: rows.count) { rows[$0].name }
      if runbookSelection.id == nil, !rows.isEmpty {
        runbookSelection.select(runbookSelection.index, count: rows.count) { rows[$0].name }
      }
      if let id = awaitsRunbook, let detail = details[id] {
        awaitsRunbook = nil
        openRunbook(of: detail, &effects)
      }
    case .success(.runbook(let page)):
      guard case .stepper(let name, let run, _) = place, query == .runbook(name: name, run: run) else {
        return loading.forget(query)
      }
      if name == page.row.name { runbookPage = page }
      loading.keepsAlone(query)
    }
  }

  private mutating func keep(_ new: Board, _ effects: inout [ScreenEffect]) {
    let old = board
    board = new
    if !marked.isEmpty { marked.formIntersection(new.rows.map(\.id)) }
    if let old {
      let known = Set(old.rows.lazy.filter { $0.status == .triggered }.map(\.id))
      let news = new.rows.filter { $0.status == .triggered && !known.contains($0.id) && $0.isWorthWaking }
      if let worst = news.first {
        let more = news.count > 1 ? " and \(news.count - 1) more" : ""
        alarm("#\(worst.label) \(worst.severityLabel) \(worst.title)\(more)", &effects)
      }
    }
    if let wanted, let found = new.rows.firstIndex(where: { $0.id == wanted }) {
      self.wanted = nil
      ghost = nil
      list.select(found, count: new.rows.count) { new.rows[$0].id }
      return
    }
    if let gone = ghost {
      if let back = new.rows.firstIndex(where: { $0.id == gone.id }) {
        ghost = nil
        list.select(back, count: new.rows.count) { new.rows[$0].id }
      } else {
        list.index = min(list.index, new.rows.count)
      }
      return
    }
    let before = list.id
    // Until somebody presses a key, the cursor stands on whatever is most urgent.
    if !hasChosen { list.id = nil }
    if !list.reconcile(count: new.rows.count, id: { new.rows[$0].id }) {
      ghost = before.flatMap { id in details[id]?.row ?? old?.rows.first { $0.id == id } }
    }
  }

  private mutating func keep(_ detail: IncidentDetail, of query: Query, _ effects: inout [ScreenEffect]) {
    let id = detail.row.id
    if case .incident(_, let entries) = query, place == .room(id), entries < room.limit, details.contains(id) { return }
    details.keep(detail)
    if ghost?.id == id { ghost = detail.row }
    if case .confirm(var confirmation) = mode, confirmation.incident == id,
      detail.row.revision != confirmation.refused, detail.row.revision != confirmation.revision
    {
      confirmation.revision = detail.row.revision
      confirmation.shownFrom = generation
      mode = .confirm(confirmation)
    }
    if awaitsRunbook == id {
      awaitsRunbook = nil
      openRunbook(of: detail, &effects)
    }
  }

  private mutating func keep(_ page: PastPage, of query: Query) {
    guard case .past(let words, let before) = query else { return }
    if let label = jump, before == Int64(label).map({ $0 + 1 }) {
      jump = nil
      if let hit = page.rows.first(where: { $0.row.label == label || String($0.row.number) == label }) {
        open(.room(hit.row.id))
      } else {
        refuse("There is no incident #\(label).")
      }
      return
    }
    if words.isEmpty, before == nil { lastEnded = page.rows.first?.row }
    guard words == pastPosition.words else { return }
    if before == nil {
      past = page
    } else if past?.next == before {
      past?.rows += page.rows
      past?.next = page.next
    }
    guard let rows = past?.rows else { return }
    if !pastPosition.selection.reconcile(count: rows.count, id: { rows[$0].row.id }) {
      pastPosition.selection.select(pastPosition.selection.index, count: rows.count) { rows[$0].row.id }
    }
  }
}

extension IncidentDetail {
  /// The incident of an answer; any other answer is nobody's question.
  fileprivate static func whole(_ answer: Answer) -> Result<IncidentDetail, Trouble> {
    guard case .incident(let detail) = answer else {
      return .failure(Trouble(.refused, "Another question was answered."))
    }
    return .success(detail)
  }
}
