/// What a person pressed, as the terminal could tell it.
package enum Key: Hashable, Sendable {
  case character(Character)
  case enter, tab, backTab, backspace, delete, escape
  case up, down, left, right, home, end, pageUp, pageDown
  /// A letter with Ctrl, in lower case: Ctrl-C is `.control("c")`.
  case control(Character)
  case alt(Character)
  /// A paste, whole and as it came, line ends and all; never the keys it is made of.
  case paste(String)
  /// F1 is `.function(1)`.
  case function(Int)
  /// A key that has no name here.
  case unknown
}
