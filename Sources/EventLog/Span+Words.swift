extension Span {
  /// "90s", "15m", "4h", "7d": the shortest whole form; what is finer than a second is cut.
  package var words: String {
    for (unit, length) in [("d", Int64(86_400_000)), ("h", 3_600_000), ("m", 60_000)]
    where milliseconds != 0 && milliseconds % length == 0 {
      return "\(milliseconds / length)\(unit)"
    }
    return "\(milliseconds / 1_000)s"
  }
}
