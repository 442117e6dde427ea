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
}
