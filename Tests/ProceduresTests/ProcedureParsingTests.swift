import EventLog
import Testing

@testable import Procedures

struct ProcedureParsingTests {
  struct Shape: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    /// Title and number of commands and checks of each step.
    var steps: [String]
    var testDescription: String { name }
  }

  private static func described(_ procedure: Procedure) -> [String] {
    procedure.steps.map { "\($0.title)|\($0.commands.count)|\($0.checks.count)" }
  }

  @Test(arguments: shapes)
  func findsTheSteps(of shape: Shape) {
    #expect(Self.described(Procedure.parse(shape.text, name: "sample")) == shape.steps)
  }

  private static let shapes: [Shape] = [
    Shape(
      name: "describing sections are not ticked",
      text: """
        # DiskFull
        ## Meaning
        - The disk is nearly full.
        ## Impact
        Writes fail.
        ## Diagnosis
        1. Check the usage.

           ```console
           $ df -h /data
           ```
        2. Find the largest folders.
        ## Mitigation
        Remove old logs and watch the usage fall.
        """,
      steps: ["Check the usage|1|0", "Find the largest folders|0|0", "Mitigation|0|0"]),
    Shape(
      name: "a section of prose and code is one step",
      text: """
        # NodeDown
        ## Diagnosis
        See which node it is:

            $ nodes list

        Look at its events:

        ```
        kubectl get events
        ```
        """,
      steps: ["Diagnosis|2|0"]),
    Shape(
      name: "code right after a list belongs to the item above it",
      text: """
        ## Retry the job
        1. Log in to the host.
        2. Start it:

        ```sh
        job start nightly
        ```

        3. See that it runs.
        """,
      steps: ["Log in to the host|0|0", "Start it|1|0", "See that it runs|0|0"]),
    Shape(
      name: "prose with a command beside a list is its own step",
      text: """
        ## Steps
        1. Say that you begin.

        When the queue is empty. Restart the worker:

        ```sh
        systemctl restart worker
        ```

        - Say that you are done.
        """,
      steps: ["Say that you begin|0|0", "Restart the worker|1|0", "Say that you are done|0|0"]),
    Shape(
      name: "task lists count wherever they stand",
      text: """
        # Impact
        - [ ] Ask support for numbers
        - [x] Look at the board
        """,
      steps: ["Ask support for numbers|0|0", "Look at the board|0|0"]),
    Shape(
      name: "no heading at all",
      text: """
        Restart the thing:

        ```
        sudo systemctl restart thing
        ```
        """,
      steps: ["Restart the thing|1|0"]),
    Shape(
      name: "lists of links are not done",
      text: """
        ## Troubleshooting pointers
        - [Patroni](../patroni.md)
        - [Consul](../consul.md)
        """,
      steps: []),
    Shape(
      name: "an introduction is read, not ticked",
      text: """
        # Queue backlog
        Run this when the queue grows. It contains:
        - what to look at
        - what to do
        ## Mitigation
        - Scale the workers.
        """,
      steps: ["Scale the workers|0|0"]),
    Shape(
      name: "commands count even where every title describes",
      text: """
        ## Overview
        ```sh
        uptime
        ```
        """,
      steps: ["Overview|1|0"]),
    Shape(
      name: "a title that describes rules its sub-sections",
      text: """
        ## Impact
        ### Partial
        Some requests fail.
        ## Resolution
        ### Option A
        Roll back.
        ### Option B
        Switch the flag off.
        """,
      steps: ["Option A|0|0", "Option B|0|0"]),
    Shape(
      name: "Chinese headings and text",
      text: """
        # 磁盘空间不足
        ## 含义
        - 磁盘使用率超过 95%。
        ## 处理步骤
        1. 检查磁盘使用率。然后记录。

           ```shell
           df -h
           ```
        2. 清理旧日志
        """,
      steps: ["检查磁盘使用率|1|0", "清理旧日志|0|0"]),
    Shape(
      name: "details in HTML are stepped into",
      text: """
        ## Diagnosis
        <details>
        <summary>More</summary>

        - Check the log.

        </details>
        """,
      steps: ["Check the log|0|0"]),
    Shape(
      name: "an unclosed fence ends with the text",
      text: """
        ## Mitigation
        - Restart it:
          ```sh
          restart thing
          last line
        """,
      steps: ["Restart it|1|0"]),
    Shape(
      name: "checks with and without an expectation",
      text: """
        ## Validation
        1. Look at the share.
           ```promql expect="< 0.001"
           errors / all
           ```
        2. Ask the endpoint.
           ```http
           # expect: 200
           GET https://example.com/health
           ```
        3. Ask the host.
           ```sh
           df -h /
           expect: below 80 %
           ```
        """,
      steps: ["Look at the share|0|1", "Ask the endpoint|0|1", "Ask the host|0|1"]),
    Shape(
      name: "emphasised leads name the step",
      text: """
        ## Actions
        1. **Check the queue.** It should be short.
        2. **Now:** stop the importer. Then wait.
        """,
      steps: ["Check the queue|0|0", "Now: stop the importer|0|0"]),
    Shape(
      name: "a paragraph that is one span of code is a command",
      text: """
        ## Check the console
        Run:

        `sudo rails console`
        """,
      steps: ["Check the console|1|0"]),
    Shape(name: "nothing", text: "", steps: []),
    Shape(name: "only a heading", text: "# Moved\n", steps: []),
  ]

  @Test func takesTitleAndHeadingWhereTheyStand() {
    let hugo = Procedure.parse(
      "---\ntitle: Kube node\nweight: 20\n---\n\n# KubeNode\n\n## Fix\nDo it.\n", name: "x")
    #expect(hugo.title == "Kube node")
    #expect(hugo.heading == "KubeNode")
    #expect(hugo.problems.isEmpty)
    #expect(hugo.sections.map(\.line) == [6, 8])
    #expect(Procedure.parse("Just do it.", name: "file-stem").title == "file-stem")
    #expect(Procedure.parse("## Second level\ntext", name: "x").title == "Second level")
  }

  @Test func keepsTheSourceAndTheVerbatimLinesOfAStep() {
    let text =
      "# T\r\n\r\n## Steps\r\n1. Check *this* `thing`\r\n   now:\r\n\r\n   ```sh\r\n   $ df -h\r\n   out\r\n   ```\r\n2. Go\r\n"
    let procedure = Procedure.parse(text, name: "x")
    #expect(procedure.source == text)
    #expect(
      procedure.steps.first?.text
        == "1. Check *this* `thing`\n   now:\n\n   ```sh\n   $ df -h\n   out\n   ```")
    #expect(procedure.steps.first?.line == 4)
    #expect(procedure.steps.first?.section == "Steps")
    #expect(procedure.steps.first?.commands.first?.text == "df -h")
    #expect(procedure.steps.first?.commands.first?.output == "out")
    #expect(procedure.steps.map(\.number) == [1, 2])
  }

  @Test func readsExpectationAndDeclaredRisk() {
    let procedure = Procedure.parse(
      """
      ## Steps
      1. Look. ```not a fence```

         ```promql expect: < 0.001 for 15 min
         up
         ```
      2. Empty it.

         **Risk:** destructive

         ```sh
         tool empty
         ```
      3. Fail over.

         ```sh {risk=destructive name=failover}
         tool failover
         ```
      """, name: "x")
    #expect(procedure.steps.flatMap(\.checks).map(\.expect) == ["< 0.001 for 15 min"])
    #expect(procedure.steps.flatMap(\.commands).map(\.risk) == [.destructive, .destructive])
    #expect(procedure.steps.flatMap(\.commands).map(\.language) == ["sh", "sh"])
  }

  @Test func shortensLongTitlesBetweenWords() {
    let long = "Check " + String(repeating: "every single replica ", count: 10)
    let title = Procedure.parse("## Steps\n1. \(long)\n", name: "x").steps[0].title
    #expect(title.count <= StepTitle.greatestLength)
    #expect(title.hasSuffix("…"))
    #expect(long.hasPrefix(title.dropLast()))
  }
}
