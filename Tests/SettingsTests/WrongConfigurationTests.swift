import Settings
import Testing

/// One wrong file: where the problem must be found, and words that its message and advice must hold.
struct WrongFile: Sendable, CustomTestStringConvertible {
  var file: String
  var text: String
  var line: Int
  var words: [String]

  init(_ file: String, _ text: String, line: Int, _ words: String...) {
    self.file = file
    self.text = text
    self.line = line
    self.words = words
  }

  var testDescription: String { "\(file):\(line) \(words.joined(separator: " "))" }
}

@Suite struct WrongConfigurationTests {
  static let wrong: [WrongFile] = services + rules + onCall + comms + console + pagers + notYAML

  static let services = [
    WrongFile("services.yaml", "service:\n  api: {}", line: 1, "unknown key 'service'", "did you mean 'services'?"),
    WrongFile("services.yaml", "services:\n  api:\n    teir: 1", line: 3, "'teir'", "service 'api'", "'tier'"),
    WrongFile("services.yaml", "services:\n  api:\n    tier: 5", line: 3, "'tier' is '5'", "from 1 to 4"),
    WrongFile("services.yaml", "services:\n  api:\n    tier: one", line: 3, "'one'", "whole number"),
    WrongFile("services.yaml", "services:\n  api:\n    tier:", line: 3, "'tier' has no value", "take the key out"),
    WrongFile("services.yaml", "services:\n  api:\n    weight: 101", line: 3, "'101'", "from 0 to 100"),
    WrongFile(
      "services.yaml", "services:\n  api:\n    pager: sitrep\n    external: pd", line: 4,
      "'pager' of 'api' is 'sitrep'", "take 'external' out"),
    WrongFile(
      "services.yaml", "services:\n  api:\n    pager: external\n    external: pd", line: 4, "no pager 'pd'",
      "'delivery' and 'pagers'"),
    WrongFile("services.yaml", "services:\n  api:\n    pager: extern", line: 3, "'extern'", "did you mean 'external'?"),
    WrongFile("services.yaml", "services:\n  api:\n    pager: [a]", line: 3, "must be a text", "a list"),
    WrongFile(
      "services.yaml", "services:\n  api:\n    dependencies: [databse]\n  database: {}", line: 3, "'databse'",
      "did you mean 'database'?"),
    WrongFile("services.yaml", "services:\n  api:\n    dependencies: [api]", line: 3, "cannot depend on itself"),
    WrongFile(
      "services.yaml",
      "services:\n  a: {dependencies: [b]}\n  b: {dependencies: [c]}\n  c: {dependencies: [b]}", line: 3, "ring",
      "b → c → b"),
    WrongFile("services.yaml", "services:\n  api:\n    dependencies: redis", line: 3, "must be a list", "[one, two]"),
    WrongFile("services.yaml", "services:\n  api:\n    endpoints: [example.org]", line: 3, "no endpoint", "https://"),
    WrongFile("services.yaml", "services: [api]", line: 1, "must be keys and values", "a list"),
    WrongFile("services.yaml", "services:\n  my api: {}", line: 2, "cannot be the name of a service", "letters"),
    WrongFile("services.yaml", "services:\n  api: {tier: 1}\n  api: {tier: 2}", line: 2, "'api'", "more than once"),
    WrongFile("services.yaml", "services:\n  api:\n    owner: \"\\e[31mred\"", line: 3, "control character"),
  ]

  static let rules = [
    WrongFile("rules.yaml", "admision:\n  rules: {}", line: 1, "'admision'", "did you mean 'admission'?"),
    WrongFile(
      "rules.yaml", "admission:\n  severities:\n    critical: SEV9", line: 3, "'SEV9'", "known here: SEV1, SEV2"),
    WrongFile("rules.yaml", "admission:\n  rules:\n    Watchdog: hartbeat", line: 3, "'hartbeat'", "'heartbeat'"),
    WrongFile("rules.yaml", "admission:\n  labels: {}", line: 2, "'labels'", "severities"),
    WrongFile("rules.yaml", "families:\n  one: [Down]\n  two: [Down]", line: 3, "'Down'", "family 'one'"),
    WrongFile("rules.yaml", "clocks:\n  acknowledge:\n    SEV1: 15", line: 3, "'15'", "15m"),
    WrongFile("rules.yaml", "clocks:\n  acknowledge:\n    SEV1: 0m", line: 3, "'0m'", "length of time"),
    WrongFile(
      "rules.yaml", "clocks:\n  acknowledge:\n    SEV5: 15m", line: 3, "'SEV5'", "known here: SEV1, SEV2, SEV3, SEV4"),
    WrongFile("rules.yaml", "clocks:\n  updates:\n    SEV4: {first: 1h}", line: 3, "have no 'every'", "'none'"),
    WrongFile("rules.yaml", "clocks:\n  updates:\n    SEV1: {evry: 1h}", line: 3, "'evry'", "'every'"),
    WrongFile("rules.yaml", "clocks:\n  self_heal: none", line: 2, "'none'", "15m"),
    WrongFile("rules.yaml", "tiers:\n  5: {rto: 1h}", line: 2, "'5'", "known here: 1, 2, 3, 4"),
    WrongFile("rules.yaml", "tiers:\n  1: {rto: 1hour}", line: 2, "'1hour'", "no length of time"),
  ]

  private static let head = "people:\n  mira: {}\n  jonas: {}\nrotations:\n  team:\n"
  private static let good = "    zone: Europe/Berlin\n    start: 2026-01-05\n    handoff: Monday 09:00\n"

  static let onCall = [
    WrongFile("oncall.yaml", head + good + "    members: [mira, joans]", line: 9, "'joans'", "did you mean 'jonas'?"),
    WrongFile("oncall.yaml", head + good + "    members: [mira, mira]", line: 9, "'mira'", "twice"),
    WrongFile("oncall.yaml", head + good + "    members: []", line: 9, "empty", "nobody would be on call"),
    WrongFile("oncall.yaml", head + good, line: 6, "has no 'members'"),
    WrongFile("oncall.yaml", head + good + "    members: [mira]\n    first: jonas", line: 10, "not a member"),
    WrongFile("oncall.yaml", head + good + "    members: [mira]\n    role: leader", line: 10, "'leader'", "commander"),
    WrongFile(
      "oncall.yaml", head + good + "    members: [mira]\n    length: 10d", line: 10, "same weekday", "whole weeks"),
    WrongFile("oncall.yaml", head + good + "    members: [mira]\n    length: 36h", line: 10, "whole days"),
    WrongFile(
      "oncall.yaml", head + good.replacing("Berlin", with: "Berln") + "    members: [mira]", line: 6, "'Europe/Berln'",
      "did you mean 'Europe/Berlin'?"),
    WrongFile(
      "oncall.yaml", head + good.replacing("01-05", with: "02-30") + "    members: [mira]", line: 7, "'2026-02-30'",
      "no date"),
    WrongFile(
      "oncall.yaml", head + good.replacing("09:00", with: "25:00") + "    members: [mira]", line: 8, "'Monday 25:00'",
      "Monday 09:00"),
    WrongFile(
      "oncall.yaml", head + "    start: 2026-01-05\n    handoff: Monday 09:00\n    members: [mira]", line: 6,
      "has no 'zone'", "Europe/Berlin"),
    WrongFile(
      "oncall.yaml", "people:\n  mira: {logins: [m]}\n  jonas: {logins: [m]}", line: 3, "'m'", "'mira' already"),
    WrongFile("oncall.yaml", "people:\n  mira: {phone: call me}", line: 2, "'call me'", "number to dial"),
    WrongFile("oncall.yaml", "people:\n  mira: {email: mira at home}", line: 2, "'mira at home'", "address"),
    WrongFile("oncall.yaml", "people:\n  mira: {roles: [comander]}", line: 2, "'comander'", "'commander'"),
    WrongFile("oncall.yaml", "people:\n  mira: {zone: CET}", line: 2, "'CET'", "IANA"),
    WrongFile("oncall.yaml", "pay: {currency: euro}", line: 1, "'euro'", "three letters"),
    WrongFile("oncall.yaml", "pay: {per_week: much}", line: 1, "'much'", "a number"),
    WrongFile("oncall.yaml", "pay:\n  roles: [primry]", line: 2, "'primry'", "'primary'"),
    WrongFile("oncall.yaml", "people:\n  -x: {}", line: 2, "cannot be the name of a person"),
    WrongFile("oncall.yaml", "people:\n  mira:\n    password: hunter2", line: 3, "secret", "nothing reads one here"),
  ]

  static let comms = [
    WrongFile("comms.yaml", "audience: {}", line: 1, "'audience'", "did you mean 'audiences'?"),
    WrongFile("comms.yaml", "audiences:\n  SEV1: [pubic]", line: 2, "'pubic'", "did you mean 'public'?"),
    WrongFile("comms.yaml", "audiences:\n  SEV1: [vip, vip]", line: 2, "'vip'", "twice"),
    WrongFile("comms.yaml", "audiences:\n  SEV5: [vip]", line: 2, "'SEV5'", "known here: SEV1, SEV2, SEV3, SEV4"),
    WrongFile("comms.yaml", "audiences:\n  SEV1: public", line: 2, "must be a list", "[one, two]"),
    WrongFile("comms.yaml", "channels:\n  internl: [slack]", line: 2, "'internl'", "did you mean 'internal'?"),
    WrongFile("comms.yaml", "channels:\n  public: [status page]", line: 2, "'status page'", "slack, statuspage, mail"),
    WrongFile("comms.yaml", "by_hand: [a fax]", line: 1, "'a fax'", "slack, statuspage, mail"),
    WrongFile("comms.yaml", "recipients:\n  vip: [someone]", line: 2, "'someone' is no mail address", "ops@"),
    WrongFile("comms.yaml", "recipients:\n  vips: [a@b.org]", line: 2, "'vips'", "did you mean 'vip'?"),
    WrongFile("comms.yaml", "channels:\n  slack_token: [x]", line: 2, "would put a secret"),
    WrongFile("comms.yaml", "public_updates:\n  SEV1: {every: soon}", line: 2, "'soon'", "15m"),
    WrongFile("comms.yaml", "public_updates:\n  SEV1: {evry: 1h}", line: 2, "'evry'", "'every'"),
    WrongFile("comms.yaml", "page:\n  titel: Status", line: 2, "'titel'", "did you mean 'title'?"),
    WrongFile("comms.yaml", "names:\n  internal: ['(']", line: 2, "no regular expression", "brackets"),
    WrongFile("comms.yaml", "names:\n  internal: ['a*']", line: 2, "matches the empty text"),
    WrongFile("comms.yaml", "names:\n  customers: [A, A]", line: 2, "'A'", "twice"),
  ]

  static let console = [
    WrongFile("sitrep.yaml", "lsten: 127.0.0.1:7780", line: 1, "'lsten'", "did you mean 'listen'?"),
    WrongFile("sitrep.yaml", "listen: 7780", line: 1, "'7780'", "127.0.0.1:7780"),
    WrongFile("sitrep.yaml", "listen: 127.0.0.1:99999", line: 1, "'127.0.0.1:99999'", "65535"),
    WrongFile("sitrep.yaml", "# key\nintake_key: abc", line: 2, "secret into this file", "intake_key_env"),
    WrongFile("sitrep.yaml", "slack_token: xoxb", line: 1, "would put a secret", "change the secret"),
    WrongFile("sitrep.yaml", "intake_key_env: a b", line: 1, "not the name of a variable", "SITREP_INTAKE_KEY"),
    WrongFile("sitrep.yaml", "intake_key_file: key.txt", line: 1, "not a whole path"),
    WrongFile("sitrep.yaml", "intake_key_env: A\nintake_key_file: /k", line: 2, "two places"),
    WrongFile("sitrep.yaml", "redaction:\n  - '('", line: 2, "no regular expression"),
    WrongFile("sitrep.yaml", "redaction:\n  - 'a*'", line: 2, "matches the empty text"),
    WrongFile("sitrep.yaml", "zone: Mars/Olympus", line: 1, "'Mars/Olympus'", "Europe/Berlin or UTC"),
    WrongFile("sitrep.yaml", "runbooks: here", line: 1, "must be a list"),
  ]

  private static let channels =
    "delivery:\n  channels: {pd: {kind: pagerduty, key: env:K}, og: {kind: opsgenie, key: env:K}}\n  pagers:\n    "

  static let pagers = [
    WrongFile("sitrep.yaml", channels + "one: {channel: pd}", line: 4, "no 'kind'", "pagerduty, opsgenie"),
    WrongFile(
      "sitrep.yaml", channels + "one: {kind: pager, channel: pd}", line: 4, "'kind' is 'pager'",
      "did you mean 'pagerduty'?"),
    WrongFile("sitrep.yaml", channels + "one: {kind: pagerduty}", line: 4, "neither tells nor is told", "'webhook'"),
    WrongFile(
      "sitrep.yaml", channels + "one: {kind: pagerduty, channel: dp}", line: 4, "no channel 'dp'", "known here: pd, og"),
    WrongFile(
      "sitrep.yaml", channels + "one: {kind: pagerduty, channel: og}", line: 4, "does not speak to pagerduty",
      "change the pager's 'kind'"),
    WrongFile(
      "sitrep.yaml", channels + "one: {kind: pagerduty, webhook: hunter2}", line: 4, "where its secret is kept",
      "env:NAME"),
    WrongFile(
      "sitrep.yaml", channels + "one: {kind: pagerduty, webhook: env:W, trigger: on}", line: 4,
      "cannot be told of anything", "add 'channel'"),
    WrongFile(
      "sitrep.yaml", channels + "one: {kind: pagerduty, channel: pd, trigger: always}", line: 4, "'always'",
      "known here: on, off"),
    WrongFile(
      "sitrep.yaml", channels + "one: {kind: pagerduty, webhook: env:W, chanel: pd}", line: 4, "'chanel'",
      "did you mean 'channel'?"),
    WrongFile(
      "sitrep.yaml", channels + "sitrep: {kind: pagerduty, channel: pd}", line: 4, "cannot be the name of one",
      "the name that people use"),
  ]

  static let notYAML = [
    WrongFile("rules.yaml", "admission:\n  rules: [", line: 2, "not YAML"),
    WrongFile("rules.yaml", "admission:\n\trules: {}", line: 2, "not YAML"),
    WrongFile("sitrep.yaml", "listen: *nowhere", line: 1, "no anchor", "quote a text"),
    WrongFile("sitrep.yaml", "zone: UTC\n---\nzone: UTC", line: 2, "second document", "one document"),
    WrongFile("sitrep.yaml", "- zone", line: 1, "must be keys and values"),
    WrongFile("sitrep.yaml", "? [a]\n: b", line: 1, "not a word"),
  ]

  @Test(arguments: wrong)
  func isFoundWhereItStands(_ wrong: WrongFile) throws {
    let problems = Configuration.read([InitialFile(name: wrong.file, text: wrong.text)]).problems
    #expect(problems.count == 1, "\(problems.map(\.description))")
    let problem = try #require(problems.first)
    #expect(problem.file == wrong.file)
    #expect(problem.line == wrong.line, "\(problem)")
    for word in wrong.words { #expect("\(problem)".contains(word), "\(problem)") }
    #expect(!problem.advice.isEmpty)
  }

  @Test func allProblemsAreSaidAtOnce() {
    let files = [
      InitialFile(name: "sitrep.yaml", text: "lsten: x\nzone: CET\nredaction: ['(']"),
      InitialFile(name: "rules.yaml", text: "tiers:\n  1: {rto: soon, rpo: later}"),
      InitialFile(name: "services.yaml", text: "services: {"),
    ]
    let problems = Configuration.read(files).problems
    #expect(
      problems.map { "\($0.file):\($0.line)" } == [
        "rules.yaml:2", "rules.yaml:2", "services.yaml:1", "sitrep.yaml:1", "sitrep.yaml:2", "sitrep.yaml:3",
      ])
    #expect(problems == problems.sorted())
  }

  @Test func problemReadsLikeACompilersLine() {
    let problem = SettingsProblem(
      file: "sitrep.yaml", line: 3, column: 7, message: "unknown key 'prot'", advice: "did you mean 'port'?")
    #expect("\(problem)" == "sitrep.yaml:3:7: unknown key 'prot'; did you mean 'port'?")
  }
}
