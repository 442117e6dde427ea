import Commands

/// How the stepper divides its room: the runbook, its steps, the text of one.
struct StepperAreas {
  var title: Region
  /// The incident that the runbook is stepped for.
  var incident: Region
  /// The clocks of the run.
  var clocks: Region
  /// What parts them from the steps: a rule, or what is to be said of the whole.
  var rule: Region
  var steps: Region
  var text: Region

  init(_ page: RunbookPage, _ region: Region, hasIncident: Bool, hasClocks: Bool) {
    var rest = region
    title = rest.takeTop(region.height >= 3 ? 1 : 0)
    incident = rest.takeTop(hasIncident && region.height >= 5 ? 1 : 0)
    clocks = rest.takeTop(hasClocks && region.height >= 9 ? 1 : 0)
    rule = rest.takeTop(region.height >= 6 ? 1 : 0)
    // The text needs more room than the list, which may scroll.
    steps = rest.takeTop(min(page.steps.count, max(1, rest.height * 2 / 5)))
    text = rest
  }
}
