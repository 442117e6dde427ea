/// What a receiver or a program said, made fit to be kept and shown: one line, short, without control characters and
/// without any secret of the channel.
enum ForeignWords {
  static let longest = 200

  static func tamed(_ text: String, without secrets: [Secret]) -> String {
    // Before it is cut: a part of a secret is one, too.
    let blanked = secrets.reduce(String(text.prefix(8_192))) { words, secret in secret.blanked(in: words) }
    var line = ""
    var isBlank = true
    for scalar in blanked.unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control, .lineSeparator, .paragraphSeparator, .spaceSeparator:
        if !isBlank { line.unicodeScalars.append(" ") }
        isBlank = true
      case .format, .privateUse, .surrogate, .unassigned: continue
      default:
        line.unicodeScalars.append(scalar)
        isBlank = false
      }
    }
    let trimmed = isBlank ? line.dropLast() : line[...]
    return trimmed.count <= longest ? String(trimmed) : trimmed.prefix(longest - 1) + "…"
  }
}
