/// How a message asks for what belongs into a gap of it.
enum GapQuestion {
  /// - Parameter gap: the name in the template.
  static func words(_ gap: String) -> String {
    switch gap {
    case "impact": "What do people notice? "
    case "users_affected": "How many people does it concern? "
    case "actions": "What is being done? "
    case "workaround": "What can people do meanwhile? "
    case "data_loss": "Was data lost, and which? "
    case "ic": "Who commands? "
    default: "What is \(gap.replacing("_", with: " "))? "
    }
  }
}
