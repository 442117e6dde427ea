/// What of the terminal calls a person where something waits for them.
package struct AlarmChoice: Sendable {
  /// The bell.
  package var rings: Bool
  /// A note that the terminal may show on the desktop (OSC 9).
  package var notifies: Bool

  package init(rings: Bool = true, notifies: Bool = true) {
    self.rings = rings
    self.notifies = notifies
  }
}
