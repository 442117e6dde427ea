import Testing

@testable import Procedures

struct ProcedureFillingTests {
  private let procedure = Procedure.parse(
    """
    ---
    variables:
      namespace: production
    ---
    ## Steps
    1. Look at {{service}} in {{ namespace }} ({{ $labels.pod }}, {{nothing}}).

       ```sh
       kubectl -n {{namespace}} logs {{pod}} {{verb}}
       ```

       ```promql
       up{pod="{{pod}}"}
       ```
    """, name: "x")

  @Test func fillsWhatIsKnownAndLeavesTheRestInSight() throws {
    let step = try #require(procedure.filled(with: ["service": "api", "pod": "api-1"]).steps.first)
    #expect(step.title == "Look at api in production (api-1, {{nothing}})")
    #expect(step.commands.first?.text == "kubectl -n production logs api-1 {{verb}}")
    #expect(step.checks.first?.query == "up{pod=\"api-1\"}")
    #expect(procedure.filled(with: ["service": "api"]).unfilled == ["pod", "nothing", "verb"])
    #expect(procedure.filled(with: [:]).source == procedure.source)
  }

  @Test func valuesOfTheIncidentGoBeforeTheFrontMatter() throws {
    let step = try #require(procedure.filled(with: ["namespace": "staging"]).steps.first)
    #expect(step.commands.first?.text.hasPrefix("kubectl -n staging") == true)
  }

  @Test(arguments: [
    "$(rm -rf /)", "a; reboot", "-o yaml", "a b", "\"} or up{", "", "a\nb", "`id`", "x'y",
  ])
  func labelsFromOutsideCannotAddToACommand(value: String) throws {
    let step = try #require(procedure.filled(with: ["pod": value]).steps.first)
    #expect(step.commands.first?.text == "kubectl -n production logs {{pod}} {{verb}}")
    #expect(step.checks.first?.query == "up{pod=\"{{pod}}\"}")
    #expect(!step.title.contains("\n"))
  }

  @Test func aFilledCommandIsJudgedAnew() throws {
    let source = Procedure.parse(
      "## Steps\n1. Go\n\n   ```sh\n   kubectl {{verb}} pod\n   ```\n", name: "x")
    let step = try #require(source.filled(with: ["verb": "delete"]).steps.first)
    #expect(step.commands.first?.risk == .destructive)
  }

  @Test func gapsAreNamedAndAnEmptyValueIsNone() throws {
    let source = Procedure.parse(
      "---\nvariables:\n  pod: \"\"\nasks:\n  pod: the slow one\n---\n"
        + "## Steps\n1. Look at {{pod}} of {{service}}.\n\n   ```sh\n   logs {{pod}}\n   ```\n",
      name: "x")
    let values = ["service": "", "other": "y"]
    let filled = source.filled(with: values)
    let step = try #require(filled.steps.first)
    #expect(step.text.contains("{{pod}} of {{service}}"))
    let gaps = filled.gaps(in: step, values: values)
    #expect(gaps == [StepGap(name: "pod", meaning: "the slow one"), StepGap(name: "service")])
    #expect(gaps.map(\.words) == ["pod (the slow one)", "service"])
    let odd = ["pod": "a b", "service": "api"]
    let better = source.filled(with: odd)
    // In a sentence it stands, in the command it does not.
    #expect(better.steps[0].text.contains("Look at a b of api") && better.steps[0].text.contains("logs {{pod}}"))
    #expect(
      better.gaps(in: better.steps[0], values: odd) == [
        StepGap(name: "pod", isUnsafe: true, meaning: "the slow one")
      ])
  }

  @Test func theTemplateOfACommandIsNoGap() throws {
    let command = "oc get nodes --template='{{range .items}}{{.metadata.name}} {{else}}{{zone}}{{end}}'"
    let source = Procedure.parse("## Steps\n1. Look.\n\n   ```sh\n   \(command)\n   ```\n", name: "x")
    let filled = source.filled(with: ["end": "x", ".metadata.name": "y", "zone": "b"])
    #expect(filled.steps[0].commands.map(\.text) == [command.replacing("{{zone}}", with: "b")])
    #expect(filled.gaps(in: filled.steps[0], values: ["zone": "b"]).isEmpty)
    #expect(filled.unfilled.isEmpty)
  }

  @Test func whatStandsAboveTheOptionsIsSaidWithEach() {
    let source = Procedure.parse(
      "# X\nIntro.\n## Options\nGive each 5 min.\n### Option A: start\nUse when down.\n1. Go.\n2. Wait.\n"
        + "### Option B: move\n1. Copy.\n## Check\nTwice.\n### First\n1. Look.\n### Second\n1. Ask.\n", name: "x")
    #expect(
      source.steps.map { source.lead(of: $0, values: [:]) } == [
        "Give each 5 min.\n\nUse when down.", "", "Give each 5 min.", "Twice.", "",
      ])
  }

  @Test func theFirstStepOfASectionBringsWhatStandsBeforeIt() {
    let source = Procedure.parse(
      "# X\nIntro.\n## Fix\n\nUse when {{pod}} is full.\n\n1. Go.\n2. Wait.\n## Check\n1. Look.\n", name: "x")
    #expect(source.steps.map { source.lead(of: $0, values: ["pod": "api-7"]) } == ["Use when api-7 is full.", "", ""])
  }

  @Test func aMessageTakesAnyLineAndASectionCanBeHadAlone() {
    let source = Procedure.parse(
      "# X\n## Steps\n1. Go {{pod}}.\n## Communication templates\n```text\n{{impact}} since {{started_at}}, {{share}} %\n```\n## Prevention\nNone.\n",
      name: "x")
    let text = source.filledSource(
      with: ["impact": "1 in 8 fails; sorry", "started_at": "02:41"], section: "communication")
    #expect(text.contains("1 in 8 fails; sorry since 02:41, {{share}} %"))
    #expect(!text.contains("Prevention") && !text.contains("Steps"))
    #expect(source.filledSource(with: [:], section: "nothing") == "")
    #expect(source.filledSource(with: [:]) == source.source)
    #expect(source.placeholders == ["pod", "impact", "started_at", "share"])
  }
}
