/// A rule for the words and the shape of a post-mortem; the raw values are its names in the field.
package enum CheckRule: String, Hashable, Sendable, CaseIterable {
  case humanError = "B01"
  case counterfactual = "B02"
  case omission = "B03"
  case character = "B04"
  case attribution = "B05"
  case whoAndWhy = "B06"
  case hindsight = "B07"
  case mistake = "B08"
  case name = "B09"
  case rootCause = "B10"
  case outage = "B11"
  case vague = "B12"
  case passive = "B13"
  case vigilance = "B14"
  case unowned = "B15"
  case absolute = "B16"
  case heroics = "B17"
  case jargon = "B18"
  /// A line of the timeline that is earlier than the one before it.
  case order = "S01"
  /// A line of the timeline without a time.
  case timeless = "S02"
  /// Times of day, and no word on which zone they are in.
  case zoneless = "S03"

  package var level: Finding.Level {
    switch self {
    case .humanError, .omission, .character, .attribution, .whoAndWhy, .name, .passive: .error
    case .counterfactual, .hindsight, .mistake, .outage, .vague, .vigilance, .unowned, .absolute, .order:
      .warning
    case .rootCause, .heroics, .jargon, .timeless, .zoneless: .information
    }
  }

  package var why: String {
    switch self {
    case .humanError: "it ends the search at a person"
    case .counterfactual: "it tells what did not happen, known only afterwards"
    case .omission: "it judges what somebody left out"
    case .character: "it speaks of a character, not of circumstances"
    case .attribution: "it lays the incident at somebody's door"
    case .whoAndWhy: "it asks people to justify themselves"
    case .hindsight: "it was not as plain then as it is now"
    case .mistake: "it calls an act wrong that looked right at the time"
    case .name: "it exposes a person"
    case .rootCause: "a single cause is a story, not a system"
    case .outage: "it says more than happened unless nobody was served"
    case .vague: "it cannot be measured"
    case .passive: "it hides who decided, and on what"
    case .vigilance: "it relies on vigilance, or has no end"
    case .unowned: "nobody will do it by any day"
    case .absolute: "nobody can verify it"
    case .heroics: "praise for long hours hides a load that was too high"
    case .jargon: "a newcomer does not know it"
    case .order: "a timeline runs forward"
    case .timeless: "a line of a timeline needs its time"
    case .zoneless: "a time of day needs its zone"
    }
  }

  package var suggestion: String {
    switch self {
    case .humanError: "name the conditions: the tool, the prompt, the missing guard, the stale document"
    case .counterfactual: "say what was seen and done, and what made it reasonable then"
    case .omission: "say what had their attention, and which cue was absent"
    case .character: "say what the circumstances were: load, time pressure, number of alarms, the interface"
    case .attribution: "name the contributing factor and the part of the system"
    case .whoAndWhy: "ask what led to it, or how it looked at the time"
    case .hindsight: "say which signal there was, and when it became visible"
    case .mistake: "say what was done, and what was known when it was done"
    case .name: "write the role (the on-call engineer); names belong among attendees, roles and owners"
    case .rootCause: "write contributing factors, or the trigger"
    case .outage: "write incident or degradation, with numbers"
    case .vague: "give the number, the share or the minutes"
    case .passive: "say which role decided, why, and what was known"
    case .vigilance: "write a verb, a thing and when it is done: add a presubmit check for schema changes"
    case .unowned: "add an owner and a due date: (owner: platform, due 2026-01-15)"
    case .absolute: "cite the evidence: how often of how many"
    case .heroics: "record the hours and the load as a factor"
    case .jargon: "spell it out at its first use, or add it to the glossary"
    case .order: "put it in its place, or give it its date"
    case .timeless: "give it the time, with ~ before one that is not sure"
    case .zoneless: "write UTC, or \"All times in …\" above the timeline"
    }
  }
}
