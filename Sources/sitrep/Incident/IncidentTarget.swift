import ArgumentParser
import Incidents

/// The number of an incident and the options that every verb on one takes.
struct IncidentTarget: ParsableArguments {
  @Argument(help: ArgumentHelp("The incident: 42, #42, or its id.", valueName: "n"))
  var incident: String

  @Option(help: ArgumentHelp("The revision you saw; refused if it has moved on since.", valueName: "number"))
  var revision: Int?
}
