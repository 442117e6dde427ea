import EventLog
import Incidents

extension PublicPage {
  /// One page that loads nothing and runs nothing.
  package var html: String {
    let drill = isDrill ? "<p class=\"drill\">DRILL: this is an exercise.</p>\n" : ""
    let state = isAllWell ? "No incident is open." : "An incident is open."
    let updated = updatedAt.map { "Last updated \(Self.time($0))" } ?? "Nothing was ever said here"
    let open = items.filter { !$0.isOver }.map(article).joined()
    var past = items.filter(\.isOver).map(article).joined()
    if !past.isEmpty { past = "<h2>Past incidents</h2>\n" + past }
    return """
      <!DOCTYPE html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>\(Self.escaped((isDrill ? "DRILL " : "") + title))</title>
      <style>
      :root { color-scheme: light dark; }
      body { font: 1rem/1.5 system-ui, sans-serif; max-width: 44rem; margin: 2rem auto; padding: 0 1rem; }
      article { border-top: 1px solid; padding: .5rem 0; }
      .drill { border: 2px solid; padding: .5rem; font-weight: bold; }
      .text { white-space: pre-line; margin: .2rem 0 1rem; }
      time, .note { opacity: .75; }
      </style>
      </head>
      <body>
      <h1>\(Self.escaped(title))</h1>
      \(drill)<p><strong>\(state)</strong></p>
      <p class="note">\(updated). Page written \(Self.time(writtenAt)). All times are UTC.</p>
      \(open)\(past)</body>
      </html>

      """
  }

  private func article(_ item: Item) -> String {
    let next = item.nextUpdateAt.map { "<p class=\"note\">Next update by \(Self.time($0)).</p>\n" } ?? ""
    let updates = item.updates.map { update in
      let state = update.state.map { "<strong>\($0.title)</strong> " } ?? ""
      let mark = update.moment == .correction ? " Correction." : ""
      let corrected = update.isCorrected ? " (put right since)" : ""
      return "<p>\(state)\(Self.time(update.at))\(mark)\(corrected)</p>\n"
        + "<p class=\"text\">\(Self.escaped(update.text))</p>\n"
    }.joined()
    let drill = isDrill ? "DRILL " : ""
    return """
      <article id="incident-\(Self.escaped(item.label))">
      <h3>\(drill)\(Self.escaped(item.title)): \(item.state.title)</h3>
      \(next)\(updates)</article>

      """
  }

  private static func time(_ instant: Instant) -> String {
    let civil = CivilTime(instant)
    return "<time datetime=\"\(instant.rfc3339)\">\(civil.dateWords) \(civil.timeWords) UTC</time>"
  }

  private static func escaped(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\n": result += "\n"
      default:
        // Nothing that turns the direction of writing or hides: a page must read as it was meant.
        let category = scalar.properties.generalCategory
        if category == .control || category == .format { continue }
        result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}
