import ArgumentParser

struct OnCallVerbs: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "oncall", abstract: "Who is on call, now and later.",
    subcommands: [
      OnCallWho.self, OnCallSchedule.self, OnCallWhy.self, OnCallOverride.self, OnCallSwap.self, OnCallTake.self,
      OnCallHandoff.self, OnCallGaps.self, OnCallLoad.self, OnCallPay.self, OnCallICal.self,
    ])
}
