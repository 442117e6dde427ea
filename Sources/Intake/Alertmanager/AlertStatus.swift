/// The two words that Alertmanager has for the state of an alert.
enum AlertStatus: String {
  case firing, resolved
}
