extension Span {
  /// "15m", "4h", "7d": the shortest whole form.
  package var words: String {
    let minutes = milliseconds / 60_000
    if milliseconds % 86_400_000 == 0, milliseconds != 0 { return "\(milliseconds / 86_400_000)d" }
    if minutes % 60 == 0, minutes != 0 { return "\(minutes / 60)h" }
    return minutes == 0 ? "\(milliseconds / 1_000)s" : "\(minutes)m"
  }
}
