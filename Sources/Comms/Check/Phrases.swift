/// The words that the check of a message knows.
enum Phrases {
  static let inconvenience = ["any inconvenience", "the inconvenience", "for inconvenience", "inconveniences"]

  /// What names a cause, or guesses at one.
  static let causes = [
    "caused by", "root cause", "the cause is", "the cause was", "because of", "due to", "as a result of",
    "triggered by",
    "owing to", "stems from", "traced to", "traced back to", "probably", "presumably", "possibly", "we believe",
    "we think", "we suspect", "we assume", "seems to be", "appears to be", "might be", "may be caused",
    "could be caused",
    "likely",
  ]

  /// What tells people when they hear again.
  static let next = [
    "next update", "next message", "update by", "update at", "write again", "call again", "next word", "another update",
    "updates every", "hear from us",
  ]
}
