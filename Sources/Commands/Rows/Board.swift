package import EventLog
package import Incidents
package import Review

/// The first screen's content: the header's facts and the incidents to be seen, most urgent first.
package struct Board: Hashable, Sendable {
  package var header: Header
  package var rows: [IncidentRow]
  /// Major incidents of earlier years whose day comes round this week; none while an incident is open.
  package var anniversaries: [Anniversary]

  package init(header: Header, rows: [IncidentRow], anniversaries: [Anniversary] = []) {
    self.header = header
    self.rows = rows
    self.anniversaries = anniversaries
  }
}

/// What the header of every screen says.
package struct Header: Hashable, Sendable {
  package var user: String
  package var host: String
  /// What tells stores apart: "personal", "team", or the file's name for a demo.
  package var store: String
  package var isReadOnly: Bool
  /// The whole store is a drill: nothing in it is real.
  package var isDrill: Bool
  /// No event has ever been written: never to be taken for "all clear".
  package var isNew: Bool
  /// Open incidents, drills not counted.
  package var open: Int
  package var openBySeverity: [Severity: Int]
  /// The worst broken promise that still waits.
  package var overdue: Overdue?
  package var onCall: OnCallSummary?
  /// The commander of the most urgent major incident.
  package var commander: String?
  /// What is wrong with Sitrep itself, the loudest first: silent sources, a clock that runs ahead, a changed file.
  package var warnings: [String]
  /// Sitrep is the pager of no service; the screens say so wherever somebody could believe otherwise.
  package var wakesNobody: Bool
  /// False until a webhook has ever arrived.
  package var hasSource: Bool
  /// Whether any runbook is at hand; to read them all for a list takes longer than a first screen may.
  package var hasRunbooks: Bool
  /// What is new for the person who looks: their shifts moved, something is offered to them.
  package var news: [String]
  /// Who is known by name: those on the rota and those who work on open incidents.
  package var people: [String]
  /// Who can be paged or called, in the order of oncall.yaml.
  package var contacts: [Contact]
  /// Who watches: does what is due and sends pages ("serve", "this console"); nil where nothing does, or need not.
  package var watcher: String?
  /// More incidents opened within a short time than one person can look at singly.
  package var storm: Storm?

  /// Many openings at once.
  package struct Storm: Hashable, Sendable {
    /// How many opened.
    package var count: Int
    package var since: Instant

    package init(count: Int, since: Instant) {
      self.count = count
      self.since = since
    }

    /// More than this many openings within the window are a storm.
    package static let threshold = PageStorm.threshold
    package static let window = PageStorm.window
  }

  /// The promise that is late the longest, and whose.
  package struct Overdue: Hashable, Sendable {
    package var label: String
    package var kind: String
    package var dueAt: Instant

    package init(label: String, kind: String, dueAt: Instant) {
      self.label = label
      self.kind = kind
      self.dueAt = dueAt
    }
  }

  package init(
    user: String, host: String, store: String, isReadOnly: Bool = false, isDrill: Bool = false, isNew: Bool = false,
    open: Int = 0, openBySeverity: [Severity: Int] = [:], overdue: Overdue? = nil, onCall: OnCallSummary? = nil,
    commander: String? = nil, warnings: [String] = [], wakesNobody: Bool = true, hasSource: Bool = false,
    hasRunbooks: Bool = false, news: [String] = [], people: [String] = [], contacts: [Contact] = [],
    watcher: String? = nil, storm: Storm? = nil
  ) {
    self.user = user
    self.host = host
    self.store = store
    self.isReadOnly = isReadOnly
    self.isDrill = isDrill
    self.isNew = isNew
    self.open = open
    self.openBySeverity = openBySeverity
    self.overdue = overdue
    self.onCall = onCall
    self.commander = commander
    self.warnings = warnings
    self.wakesNobody = wakesNobody
    self.hasSource = hasSource
    self.hasRunbooks = hasRunbooks
    self.news = news
    self.people = people
    self.contacts = contacts
    self.watcher = watcher
    self.storm = storm
  }
}

/// A page of incidents that ended.
package struct PastPage: Hashable, Sendable {
  package var words: String
  package var rows: [Hit]
  /// Where the next page starts; nil at the end.
  package var next: Int64?

  /// An incident that is over, and where the words stand in it.
  package struct Hit: Hashable, Sendable {
    package var row: IncidentRow
    /// The entry that holds the words.
    package var excerpt: String?

    package init(row: IncidentRow, excerpt: String? = nil) {
      self.row = row
      self.excerpt = excerpt
    }
  }

  package init(words: String, rows: [Hit], next: Int64? = nil) {
    self.words = words
    self.rows = rows
    self.next = next
  }
}
