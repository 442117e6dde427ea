package import Screens

/// One piece of input as curses tells it, before escape sequences that it does not know are taken out.
package enum InputToken: Equatable, Sendable {
  case scalar(UInt32)
  case key(Key)
  case pasteBegin, pasteEnd
}
