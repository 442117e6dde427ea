package import EventLog

/// Says what `{{name}}` stands for in this run.
package struct GiveValue: Deciding {
  package typealias Fold = RunFold

  package var name: String
  package var value: String

  package init(name: String, value: String) {
    self.name = name
    self.value = value
  }

  package func decide(on run: Run, facts: Facts) throws(RunRefusal) -> [Draft] {
    try run.checkUnderWay()
    let name = name.trimmed
    let value = value.trimmed
    guard Placeholder.isName(name) else { throw .noName(name) }
    guard value.isEmpty || Placeholder.isOneLine(value), value.utf8.count <= 1_000 else { throw .noValue(name: name) }
    if run.values[name] ?? "" == value { return [] }
    return [run.draft(ValueGiven(procedure: run.procedure, name: name, value: value), facts)]
  }
}
