import Commands
import Comms
import EventLog
import Incidents
import OnCall
import Review

/// What a desk would answer: four incidents of a bad afternoon, a runbook half done, a rota, some past.
struct TestWorld {
  var now = IncidentStory.at("14:32")
  var header: Header
  var rows: [IncidentRow] = []
  var details: [StreamID: IncidentDetail] = [:]
  /// How the incidents came to be, for those who look back.
  var stories: [StreamID: IncidentStory] = [:]
  var runbooks: [RunbookRow] = []
  var page: RunbookPage?
  var onCall: OnCallPage
  var past: [PastPage.Hit] = []
  var anniversaries: [Anniversary] = []
  /// By which ways messages leave by themselves.
  var ways: [Audience: [MessageWay]] = [:]
  /// Who else writes.
  var claims: [DraftClaim] = []
  var mayApprove = false
  /// Loads of these are left unanswered.
  var isSilent = false

  static let runID = StreamID("run", "r1")

  static func empty(isNew: Bool = false) -> TestWorld {
    TestWorld(
      header: Header(
        user: "ops", host: "bastion1", store: isNew ? "personal" : "team", isNew: isNew, hasSource: !isNew),
      onCall: OnCallPage(isConfigured: false, now: OnCallSummary(), shifts: []))
  }

  static func afternoon() throws -> TestWorld {
    let at = IncidentStory.at
    var redis = IncidentStory.alert(
      41, "redis_up 0 on cache-2", severity: "error", service: "redis", startsAt: at("14:13"), at: at("14:15"))
    try redis.perform(SetSeverity(.sev2), by: "mira", at: at("14:15"))
    let web = IncidentStory.alert(
      44, "p95 3.4 s on search, twice what it was an hour ago", severity: "warning", service: "web",
      startsAt: at("14:08"), at: at("14:11"))
    let api = try self.api()
    let pms = try self.pms()
    let runbook = runbookRow(run: run())
    var world = TestWorld(
      header: Header(
        user: "ops", host: "bastion1", store: "team", open: 4, openBySeverity: [.sev1: 1, .sev2: 1, .sev3: 2],
        overdue: .init(label: "41", kind: Clocks.acknowledge, dueAt: at("14:30")), onCall: summary, commander: "lea",
        hasSource: true, people: ["mira", "jon", "lea"]),
      onCall: rota)
    let stories = [redis, web, api, pms]
    world.stories = Dictionary(stories.map { ($0.incident.id, $0) }, uniquingKeysWith: { first, _ in first })
    world.rows = stories.map(\.row).sorted { IncidentRow.precedes($0, $1, at: world.now) }
    world.details = [
      redis.incident.id: redis.detail(), web.incident.id: web.detail(),
      api.incident.id: api.detail(
        runs: [run()], runbook: runbook,
        alerts: [
          AlertRow(
            id: StreamID("alert", "a"), name: "HighErrorRate", headline: "5xx ratio 12.4 % > 5 % for 2m",
            isFiring: true,
            startsAt: at("13:49"), episodes: 4, source: "alertmanager",
            begins: [at("12:40"), at("12:58"), at("13:04"), at("13:49")])
        ]),
      pms.incident.id: pms.detail(),
    ]
    world.runbooks = [
      runbook,
      RunbookRow(
        name: "redis-failover", title: "Fail over the redis primary", service: "redis", target: .minutes(10), steps: 6),
    ]
    world.page = runbookPage
    world.past = try pastHits()
    return world
  }

  private static func api() throws -> IncidentStory {
    let at = IncidentStory.at
    var api = IncidentStory.alert(
      42, "5xx ratio 12.4 % on checkout", severity: "critical", service: "api", tier: 1,
      startsAt: at("13:49") + .seconds(30), at: at("13:52"))
    try api.perform(Acknowledge(), by: "lea", at: at("13:54"))
    try api.perform(AssignRole(.commander, person: "lea"), by: "lea", at: at("13:55"))
    try api.perform(SetImpact("1 in 8 checkouts fails since 13:50"), by: "lea", at: at("13:58"))
    try api.perform(Log("Checkout is slow, we are looking", entry: .comms), by: "jon", at: at("14:06"))
    try api.perform(
      SetReport(condition: "5xx at 12 %", actions: "rolling back api 412", needs: "a second pair of eyes on pms"),
      by: "lea",
      at: at("14:20"))
    try api.perform(
      Log("upstreams looked healthy at the first alert", time: GivenTime(at("13:53"), precision: .minute)), by: "mira",
      at: at("14:25"))
    api.add("high-error-rate 3/11: upstreams healthy", label: "step", by: "mira", at: at("14:27"))
    api.add("High Error Rate 12.4 % > 5 % for 2m", label: "alert", by: "rule", at: at("14:29"))
    try api.perform(
      Log("roll back api 412 to 411 (no strong objections)", entry: .decision), by: "lea", at: at("14:31"))
    try api.perform(
      SetMeetingPoint(bridgeURL: "https://meet.example/42", channel: "#inc-42"), by: "lea", at: at("13:56"))
    return api
  }

  /// The afternoon with everything that a commander keeps track of.
  /// - Parameter asks: who is asked to take command.
  static func warRoom(asks person: String? = nil) throws -> TestWorld {
    let at = IncidentStory.at
    var world = try afternoon()
    var api = try self.api()
    try api.perform(Delegate("check replica lag", to: "jon", within: .minutes(5)), by: "lea", at: at("14:24"))
    try api.perform(
      Delegate("read the slow query log of the checkout database", to: "mira", within: .minutes(10)), by: "lea",
      at: at("14:26"))
    try api.perform(Delegate("tell support", to: "sam"), by: "lea", at: at("14:26"))
    try api.perform(UnderstandTask(api.incident.tasks[1].id), by: "mira", at: at("14:27"))
    try api.perform(FinishTask(api.incident.tasks[2].id, note: "they know"), by: "sam", at: at("14:28"))
    try api.perform(AddHypothesis("the redis cache is full"), by: "mira", at: at("14:28"))
    try api.perform(AddHypothesis("412 opens a connection for each request"), by: "jon", at: at("14:29"))
    try api.perform(
      SettleHypothesis(api.incident.hypotheses[1].id, isConfirmed: true, evidence: "4,000 connections since 13:49"),
      by: "jon", at: at("14:30"))
    try api.perform(
      ProposeDecision("take the checkout read-only", knew: "a write takes 8s", options: ["wait for the rollback"]),
      by: "lea", at: at("14:31"))
    try api.perform(
      Object(
        to: api.incident.decisions.last?.id ?? EventID(node: "x", sequence: 1), "bookings are lost", role: .liaison),
      by: "jon", at: at("14:31"))
    if let person { try api.perform(OfferRole(.commander, to: person), by: "lea", at: at("14:31")) }
    world.details[api.incident.id] = api.detail(runs: [run()], runbook: runbookRow(run: run()))
    world.stories[api.incident.id] = api
    for index in world.rows.indices where world.rows[index].id == api.incident.id { world.rows[index] = api.row }
    return world
  }

  private static func pms() throws -> IncidentStory {
    let at = IncidentStory.at
    var pms = IncidentStory.alert(
      39, "PMS sync lag 22 min", severity: "warning", service: "pms", tier: 2, startsAt: at("11:40"), at: at("11:42"))
    try pms.perform(Acknowledge(), by: "jon", at: at("11:45"))
    try pms.perform(Mitigate(note: "queue drained by hand"), by: "jon", at: at("12:20"))
    try pms.perform(Log("Sync is catching up", entry: .comms), by: "jon", at: at("12:32"))
    return pms
  }

  private static func pastHits() throws -> [PastPage.Hit] {
    let at = IncidentStory.at
    var search = IncidentStory.alert(
      38, "search index stale", severity: "critical", service: "web", tier: 1, startsAt: at("20T08:00"),
      at: at("20T08:02"))
    try search.perform(Acknowledge(), by: "mira", at: at("20T08:04"))
    try search.perform(Resolve(verifiedBy: "index age below 5m"), by: "mira", at: at("20T08:40"))
    try search.perform(Close(waiver: "covered by #31"), by: "lea", at: at("20T10:00"))
    var noise = IncidentStory.alert(
      37, "disk 81 % on build-3", severity: "warning", service: "build", startsAt: at("19T22:00"), at: at("19T22:01"))
    try noise.perform(Acknowledge(), by: "jon", at: at("19T22:05"))
    try noise.perform(Cancel(because: .falseAlarm), by: "jon", at: at("19T22:06"))
    return [PastPage.Hit(row: search.row), PastPage.Hit(row: noise.row)]
  }

  static let summary = OnCallSummary(
    primary: "mira", secondary: "jon", commander: "lea", until: IncidentStory.at("23T08:00"), nextPrimary: "jon",
    nextSecondary: "mira", nextCommander: "ada", nextText: "Mon 09:00 Europe/Berlin")

  static let rota = OnCallPage(
    isConfigured: true, now: summary,
    shifts: [
      ShiftRow(
        role: "primary", person: "mira", start: IncidentStory.at("16T08:00"), end: IncidentStory.at("23T08:00"),
        startText: "Mon 16 Nov 09:00", endText: "Mon 23 Nov 09:00", isNow: true),
      ShiftRow(
        role: "primary", person: "jon", start: IncidentStory.at("23T08:00"), end: IncidentStory.at("30T08:00"),
        startText: "Mon 23 Nov 09:00", endText: "Mon 30 Nov 09:00", isNow: false),
      ShiftRow(
        role: "secondary", person: nil, start: IncidentStory.at("30T08:00"), end: IncidentStory.at("30T20:00"),
        startText: "Mon 30 Nov 09:00", endText: "Mon 30 Nov 21:00", isNow: false),
    ], phones: ["mira": "+49 30 1234567"], user: "ops", shiftEndText: "Mon 23 Nov 09:00")

  /// The same with everything that can wait for somebody.
  static var busyRota: OnCallPage {
    var page = rota
    page.notices = ["you are primary from Thu 26 Nov 09:00 to Fri 27 Nov 09:00 (changed by lea)"]
    page.away = ["ada from Tue 24 Nov 09:00 until Wed 25 Nov 09:00"]
    page.offers = [
      OfferRow(
        id: EventID(node: "a", sequence: 8), isHandoff: true, role: .primary, from: "mira", to: "ops",
        text: "mira hands primary over to ops, Sat 21 Nov 14:15", dueAt: IncidentStory.at("14:30"), reminds: "mira",
        brief: [
          "primary: mira to ops, 2026-11-21 14:15 UTC", "Note: the cache is cold", "Open incidents",
          "  #42 SEV1 acknowledged, lea, 5xx ratio 12.4 % on checkout: 1 in 8 checkouts fails since 13:50",
          "  #39 SEV3 mitigated, jon, PMS sync lag 22 min", "Promised", "  #42 update by 2026-11-21 14:36 UTC",
          "Decided", "  #42 roll back api 412 to 411 (no strong objections)", "Running",
          "  #42 high-error-rate, step 4 of 11",
        ]),
      OfferRow(
        id: EventID(node: "a", sequence: 9), isHandoff: false, role: .primary, from: "jon", to: "ada",
        text: "jon offers ada primary, Mon 23 Nov 09:00 to Mon 30 Nov 09:00"),
    ]
    page.shifts.insert(
      ShiftRow(
        role: "primary", person: "ops", start: IncidentStory.at("26T09:00"), end: IncidentStory.at("27T09:00"),
        startText: "Thu 26 Nov 09:00", endText: "Fri 27 Nov 09:00", isNow: false, byHand: "override"), at: 2)
    page.quality = ScheduleQuality(
      Schedule(
        people: [],
        versions: [
          .init(
            from: nil,
            rotations: [
              Rotation(
                name: "engineers", role: .primary, zone: .utc, start: CivilTime(year: 2026, month: 1, day: 5, hour: 9),
                handoff: Handoff(weekday: 1, hour: 9, minute: 0), members: ["mira", "jon", "ops"])
            ])
        ]), from: IncidentStory.at("14:32"))
    return page
  }

  static func run(done: Int = 2, skipped: Int = 1) -> RunRow {
    RunRow(
      id: runID, procedure: "high-error-rate", title: "High error rate", incident: StreamID("incident", "n42"),
      incidentLabel: "42", startedAt: IncidentStory.at("13:50"), done: done, skipped: skipped, total: 11,
      current: done + skipped + 1, target: .minutes(15))
  }

  static func runbookRow(run: RunRow?) -> RunbookRow {
    RunbookRow(
      name: "high-error-rate", title: "High error rate", service: "api", target: .minutes(15), steps: 11,
      rules: ["HighErrorRate"], run: run)
  }

  static var runbookPage: RunbookPage {
    let titles = [
      "Look at the dashboard", "Check the upstreams", "Ask the database team", "Find the last change", "Roll it back",
      "Scale out", "Shed load", "Watch the ratio", "Tell support", "Write the update", "Hand over",
    ]
    let steps = titles.enumerated().map { place, title in
      StepRow(
        number: place + 1, section: place < 4 ? "Diagnose" : "Mitigate", title: title,
        text: place == 3
          ? "Find what changed in the last hour. A release within ten minutes before the impact is the suspect until it is ruled out."
          : "\(title), then go on.",
        commands: place == 3
          ? [
            .init(
              language: "sh",
              text: "kubectl rollout history deploy/api\nkubectl -n api get events --sort-by=.lastTimestamp")
          ]
          : place == 4 ? [.init(language: "sh", text: "kubectl rollout undo deploy/api", isDestructive: true)] : [],
        checks: place == 3 ? ["promql sum(rate(http_5xx[2m])) / sum(rate(http_all[2m])) expect < 0.05"] : [],
        state: place < 2 ? .done : place == 2 ? .skipped : .todo, person: place < 3 ? "mira" : nil,
        at: place < 3 ? IncidentStory.at("14:2\(place + 5)") : nil,
        notes: place == 2 ? ["nobody answers there at night"] : [])
    }
    return RunbookPage(
      row: runbookRow(run: run()), source: "# High error rate\n\n## Diagnose\n\n1. Look at the dashboard\n",
      steps: steps)
  }

  func answer(_ query: Query) -> Result<Answer, Trouble> {
    switch query {
    case .board:
      var header = header
      header.hasRunbooks = !runbooks.isEmpty
      return .success(.board(Board(header: header, rows: rows, anniversaries: anniversaries)))
    case .incident(let id, let entries):
      guard var detail = details[id] ?? past.first(where: { $0.row.id == id }).map({ IncidentDetail(row: $0.row) })
      else {
        return .failure(Trouble(.noSuchIncident, "There is no such incident."))
      }
      detail.earlierEntries = max(0, detail.timeline.count - entries)
      detail.timeline = Array(detail.timeline.suffix(entries))
      return .success(.incident(detail))
    case .asKnown(let id, let moment, _):
      guard let story = stories[id], story.incident.openedAt <= moment else {
        return .failure(Trouble(.refused, "Nothing was known of it then: it was opened later."))
      }
      return .success(.incident(story.known(at: moment)))
    case .past(let words, let before):
      let hits = past.filter { hit in
        (words.isEmpty || hit.row.title.contains(words)) && (before.map { Int64(hit.row.number) < $0 } ?? true)
      }
      let shown =
        words.isEmpty ? hits : hits.map { PastPage.Hit(row: $0.row, excerpt: "mira: the index of \(words) is stale") }
      return .success(.past(PastPage(words: words, rows: shown)))
    case .similar(let id):
      let hits = past.prefix(2).map { PastPage.Hit(row: $0.row, excerpt: "same service: Mitigated: index rebuilt") }
      return .success(.similar(details[id]?.tasks.isEmpty == false ? Array(hits) : []))
    case .onCall: return .success(.onCall(onCall))
    case .runbooks: return .success(.runbooks(runbooks))
    case .runbook(_, let run):
      guard var page else { return .failure(Trouble(.noSuchFile, "There is no such runbook.")) }
      if run == nil {
        page.row.run = nil
        page.steps = page.steps.map {
          StepRow(
            number: $0.number, section: $0.section, title: $0.title, text: $0.text, commands: $0.commands,
            checks: $0.checks)
        }
      }
      return .success(.runbook(page))
    case .messages(let id): return messages(of: id)
    case .run: return .failure(Trouble(.refused, "Nobody asks this."))
    }
  }
}
