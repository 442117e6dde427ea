import ArgumentParser

struct IncidentVerbs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "incident", abstract: "Declare, list and change incidents.",
    subcommands: [
      IncidentDeclare.self, IncidentList.self, IncidentShow.self, IncidentAck.self, IncidentUnack.self,
      IncidentMitigate.self, IncidentResolve.self, IncidentClose.self, IncidentCancel.self, IncidentReopen.self,
      IncidentSeverity.self, IncidentRole.self, IncidentTimesVerb.self, IncidentImpact.self, IncidentCan.self,
      IncidentSummary.self, IncidentEdit.self, IncidentLog.self, IncidentCorrect.self, IncidentPin.self,
      IncidentHide.self, IncidentUndo.self,
    ])
}

/// The number of an incident and the options that every verb on one takes.
struct IncidentTarget: ParsableArguments {
  @Argument(help: ArgumentHelp("The incident: 42, #42, or its id.", valueName: "n"))
  var incident: String

  @Option(help: ArgumentHelp("The revision you saw; refused if it has moved on since.", valueName: "number"))
  var revision: Int?
}
