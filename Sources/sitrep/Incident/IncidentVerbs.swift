import ArgumentParser
import Incidents

struct IncidentVerbs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "incident", abstract: "Declare, list and change incidents.",
    subcommands: [
      IncidentDeclare.self, IncidentList.self, IncidentShow.self, IncidentAck.self, IncidentUnack.self,
      IncidentMitigate.self, IncidentResolve.self, IncidentClose.self, IncidentCancel.self, IncidentReopen.self,
      IncidentSeverity.self, IncidentRole.self, IncidentTimesVerb.self, IncidentImpact.self, IncidentCan.self,
      IncidentSummary.self, IncidentEdit.self, IncidentLog.self, IncidentCorrect.self, IncidentPin.self,
      IncidentHide.self, IncidentUndo.self, IncidentTask.self, IncidentDecide.self, IncidentHypothesis.self,
      IncidentLink.self, IncidentJoin.self, IncidentSnooze.self, IncidentMerge.self, IncidentSimilar.self,
      IncidentSplitVerb.self, IncidentAlert.self,
    ])
}
