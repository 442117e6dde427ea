package import Comms
import EventLog

/// The status page of our own as it is given out, in both its forms.
package struct PublishedPage: Sendable {
  package var page: PublicPage
  /// Where it no longer says how an incident stands, in sentences with the command that puts it right.
  package var reminders: [String]

  package init(page: PublicPage, reminders: [String]) {
    self.page = page
    self.reminders = reminders
  }

  /// One page that loads nothing and runs nothing.
  package var html: String { page.html }
  /// The same for programs, ending in a line's end.
  package var json: String { PayloadText.encode(page.json) + "\n" }
}
