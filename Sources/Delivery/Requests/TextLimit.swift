extension String {
  /// At most so many characters; what is cut shows it.
  func limited(to count: Int) -> String {
    utf8.count <= count || self.count <= count ? self : prefix(max(0, count - 1)) + "…"
  }

  /// In one line, for where a line end would begin something else.
  var oneLine: String {
    String(String.UnicodeScalarView(unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }))
  }
}
