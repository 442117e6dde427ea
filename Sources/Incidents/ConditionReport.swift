/// A CAN report: what the condition is, which actions are under way, what is needed.
package struct ConditionReport: Hashable, Sendable, Codable {
  package var condition: String
  package var actions: String
  package var needs: String

  package init(condition: String = "", actions: String = "", needs: String = "") {
    self.condition = condition
    self.actions = actions
    self.needs = needs
  }
}
