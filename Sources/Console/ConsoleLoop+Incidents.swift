import Desk

extension ConsoleLoop where Program == IncidentConsole {
  /// `run`, asked for here, where the compiler knows the program: all that is done for a key is then made for that one
  /// type, and none of it is looked up while it runs.
  package func runIncidents() -> Int32 {
    let procedures = program.procedures
    Task.detached(executorPreference: workers) { procedures.readAhead() }
    return run()
  }
}
