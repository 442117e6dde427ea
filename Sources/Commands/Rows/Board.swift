package import EventLog
package import Incidents

/// The first screen's content: the header's facts and the incidents to be seen, most urgent first.
package struct Board: Hashable, Sendable {
  package var header: Header
  package var rows: [IncidentRow]

  package init(header: Header, rows: [IncidentRow]) {
    self.header = header
    self.rows = rows
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
  /// Nothing in this version wakes people; the screens say so wherever somebody could believe otherwise.
  package var wakesNobody: Bool
  /// False until a webhook has ever arrived.
  package var hasSource: Bool
  /// Who is known by name: those on the rota and those who work on open incidents.
  package var people: [String]
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
    package static let threshold = 10
    package static let window = Span.minutes(2)
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
    people: [String] = [], storm: Storm? = nil
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
    self.people = people
    self.storm = storm
  }
}

/// Who is on call, and who is next; nil names are gaps.
package struct OnCallSummary: Hashable, Sendable {
  package var primary: String?
  package var secondary: String?
  package var commander: String?
  package var until: Instant?
  package var nextPrimary: String?
  package var nextSecondary: String?
  package var nextCommander: String?
  /// The handoff's local reading and zone as people say it ("Mon 09:00 Europe/Berlin").
  package var nextText: String?

  package init(
    primary: String? = nil, secondary: String? = nil, commander: String? = nil, until: Instant? = nil,
    nextPrimary: String? = nil, nextSecondary: String? = nil, nextCommander: String? = nil, nextText: String? = nil
  ) {
    self.primary = primary
    self.secondary = secondary
    self.commander = commander
    self.until = until
    self.nextPrimary = nextPrimary
    self.nextSecondary = nextSecondary
    self.nextCommander = nextCommander
    self.nextText = nextText
  }
}

/// The on-call screen: now, and the shifts of the next weeks.
package struct OnCallPage: Hashable, Sendable {
  /// False where no oncall.yaml names anybody.
  package var isConfigured: Bool
  package var now: OnCallSummary
  package var shifts: [ShiftRow]
  /// Phone numbers by name, for dialling by hand.
  package var phones: [String: String]

  package init(isConfigured: Bool, now: OnCallSummary, shifts: [ShiftRow], phones: [String: String] = [:]) {
    self.isConfigured = isConfigured
    self.now = now
    self.shifts = shifts
    self.phones = phones
  }
}

/// A shift of one role; a gap has no person.
package struct ShiftRow: Hashable, Sendable {
  package var role: String
  package var person: String?
  package var start: Instant
  package var end: Instant
  /// The start's local reading ("Mon 23 Nov 09:00").
  package var startText: String
  package var endText: String
  package var isNow: Bool

  package init(
    role: String, person: String?, start: Instant, end: Instant, startText: String, endText: String, isNow: Bool
  ) {
    self.role = role
    self.person = person
    self.start = start
    self.end = end
    self.startText = startText
    self.endText = endText
    self.isNow = isNow
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
