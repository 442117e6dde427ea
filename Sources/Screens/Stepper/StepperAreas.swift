import Commands

/// How the stepper divides its room: the runbook, its steps, the text of one.
struct StepperAreas {
  var title: Region
  var steps: Region
  var text: Region

  init(_ page: RunbookPage, _ region: Region) {
    var rest = region
    title = rest.takeTop(region.height >= 6 ? 2 : region.height >= 3 ? 1 : 0)
    // The text needs more room than the list, which may scroll.
    steps = rest.takeTop(min(page.steps.count, max(1, rest.height * 2 / 5)))
    text = rest
  }
}
