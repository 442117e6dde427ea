import CTerminal
import Screens

extension InputToken {
  /// The token of a key code of `sitrep_screen_read`; nil for one without meaning.
  init?(curses code: UInt32) {
    if code > SITREP_KEY_FUNCTION.rawValue {
      self = .key(.function(Int(code - SITREP_KEY_FUNCTION.rawValue)))
      return
    }
    switch sitrep_key(rawValue: code) {
    case SITREP_KEY_UP: self = .key(.up)
    case SITREP_KEY_DOWN: self = .key(.down)
    case SITREP_KEY_LEFT: self = .key(.left)
    case SITREP_KEY_RIGHT: self = .key(.right)
    case SITREP_KEY_HOME: self = .key(.home)
    case SITREP_KEY_END: self = .key(.end)
    case SITREP_KEY_PAGE_UP: self = .key(.pageUp)
    case SITREP_KEY_PAGE_DOWN: self = .key(.pageDown)
    case SITREP_KEY_BACKSPACE: self = .key(.backspace)
    case SITREP_KEY_DELETE: self = .key(.delete)
    case SITREP_KEY_BACK_TAB: self = .key(.backTab)
    case SITREP_KEY_ENTER: self = .key(.enter)
    case SITREP_KEY_PASTE_BEGIN: self = .pasteBegin
    case SITREP_KEY_PASTE_END: self = .pasteEnd
    case SITREP_KEY_UNKNOWN: self = .key(.unknown)
    default: return nil
    }
  }
}
