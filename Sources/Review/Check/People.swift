/// Which words mean a person.
struct People: Sendable {
  /// Names and logins that are known, in lower case, word by word.
  private let known: Set<String>

  init(_ names: some Sequence<String>) {
    var known: Set<String> = []
    for name in names {
      for part in name.lowercased().split(whereSeparator: { $0.isWhitespace }) where part.count > 1 {
        if !Self.roles.contains(String(part)), !Self.machines.contains(String(part)) { known.insert(String(part)) }
      }
    }
    self.known = known
  }

  func isKnown(_ word: String) -> Bool { known.contains(Self.bare(word)) }

  /// Whether a word names one person: a handle, a known name, or a given name written as one.
  func isName(_ word: Word) -> Bool {
    if word.text.hasPrefix("@") { return word.text.count > 2 && !word.text.contains("/") }
    let bare = Self.bare(word.text)
    if known.contains(bare) { return true }
    return word.isRaised && !word.isCapitals && Self.givenNames.contains(bare)
  }

  /// Without a possessive "'s".
  static func bare(_ word: String) -> String {
    var word = word.hasPrefix("@") ? String(word.dropFirst()) : word
    if word.hasSuffix("'s") { word.removeLast(2) }
    return word
  }

  static let pronouns: Set = [
    "he", "she", "you", "someone", "somebody", "anyone", "anybody", "everyone", "everybody", "nobody", "whoever",
  ]
  static let ours: Set = ["we", "us"]
  static let machines: Set = ["sitrep", "system", "monitoring", "alertmanager", "prometheus"]

  static let teams: Set = [
    "team", "teams", "crew", "squad", "staff", "management", "leadership", "colleagues", "group",
  ]

  static let roles: Set = [
    "engineer", "engineers", "developer", "developers", "dev", "devs", "operator", "operators", "admin", "admins",
    "administrator", "administrators", "sysadmin", "sysadmins", "dba", "dbas", "sre", "sres", "responder",
    "responders", "commander", "manager", "managers", "person", "persons", "people", "colleague", "employee",
    "employees", "contractor", "contractors", "intern", "interns", "technician", "technicians", "analyst", "analysts",
    "tester", "testers", "reviewer", "reviewers", "approver", "approvers", "maintainer", "maintainers", "owner",
    "owners", "lead", "leads", "member", "members", "programmer", "programmers", "scribe", "architect", "architects",
    "consultant", "consultants", "on-caller", "oncaller", "oncall", "on-call", "devops", "author", "authors",
    "specialist", "specialists", "deployer", "committer", "guy", "guys", "individual", "individuals", "newcomer",
    "junior", "senior", "boss", "cto", "ceo", "humans", "human",
  ]

  /// Given names that are hardly anything else; where a name is also a word or a product it is left out.
  static let givenNames: Set = [
    "aaron", "abdul", "adam", "ahmed", "alan", "albert", "alejandro", "alex", "alexander", "alexandra", "alice",
    "alison", "amanda", "amir", "amy", "ana", "andrea", "andreas", "andrew", "andy", "angela", "anita", "anna",
    "anne", "anthony", "antonio", "anton", "barbara", "bart", "beth", "ben", "benjamin", "bob", "boris", "brad",
    "brandon", "brenda", "brian", "bruce", "bryan", "carl", "carla", "carlos", "carol", "caroline", "catherine",
    "charles", "charlie", "charlotte", "chen", "chloe", "chris", "christian", "christina", "christine",
    "christopher", "claire", "clara", "craig", "dan", "daniel", "daniela", "danny", "dave", "david", "deborah",
    "deepak", "denis", "dennis", "diana", "diego", "dimitri", "dmitry", "donald", "doug", "douglas", "edward",
    "elena", "elizabeth", "ella", "emily", "emma", "eric", "erik", "eva", "evan", "fatima", "fernando", "francesca",
    "francisco", "fred", "frederik", "gabriel", "gareth", "gary", "george", "giovanni", "graham", "greg", "gregory",
    "hanna", "hannah", "hans", "harry", "hassan", "heather", "heidi", "helen", "henrik", "henry", "hiroshi", "hugo",
    "ian", "igor", "ines", "ingrid", "irene", "isabel", "isabella", "ivan", "jacob", "jakob", "james", "jamie", "jan",
    "jane", "janet", "jason", "javier", "jean", "jeff", "jeffrey", "jen", "jennifer", "jenny", "jeremy", "jessica",
    "jim", "jimmy", "joan", "joe", "joel", "johan", "johann", "john", "jon", "jonathan", "jorge", "jose", "joseph",
    "josh", "joshua", "juan", "judith", "julia", "julian", "julie", "justin", "karen", "karim", "karl", "kate",
    "katherine", "kathleen", "katie", "keith", "kelly", "ken", "kenji", "kenneth", "kevin", "kim", "klaus",
    "kristen", "kumar", "kyle", "lars", "laura", "lauren", "lea", "lena", "leo", "leon", "linda", "lisa", "lucas",
    "lucy", "luis", "lukas", "luke", "magnus", "marco", "margaret", "maria", "marie", "mario", "marta", "martha",
    "martin", "mary", "mateo", "matt", "matthew", "max", "megan", "mei", "melissa", "michael", "michelle", "miguel",
    "mike", "mira", "mohamed", "mohammed", "monica", "muhammad", "nadia", "nancy", "natalie", "natasha", "nathan",
    "neil", "nicholas", "nick", "nicolas", "nicole", "nikhil", "nina", "noah", "olga", "oliver", "olivia", "omar",
    "oscar", "pablo", "pamela", "patricia", "patrick", "paul", "paula", "pedro", "peter", "petra", "philip",
    "phil", "pierre", "priya", "rachel", "rahul", "raj", "ralf", "raymond", "rebecca", "ricardo", "richard", "rick",
    "rob", "robert", "roberto", "rodrigo", "roger", "ronald", "ross", "russell", "ryan", "sally", "sam", "samantha",
    "samuel", "sandra", "sanjay", "sara", "sarah", "scott", "sean", "sebastian", "sergei", "sergey", "sergio",
    "sharon", "simon", "sofia", "sonja", "sophia", "sophie", "stefan", "stephanie", "stephen", "steve", "steven",
    "stuart", "sunil", "susan", "suresh", "sven", "tanya", "teresa", "thomas", "tim", "timothy", "tina", "tobias",
    "todd", "tom", "tomas", "tony", "tyler", "ursula", "valentina", "vera", "vijay", "vikram", "vincent", "viktor",
    "walter", "wei", "wendy", "william", "wolfgang", "xavier", "yuki", "yusuf", "zoe",
  ]
}
