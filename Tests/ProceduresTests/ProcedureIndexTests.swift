import Testing

@testable import Procedures

struct ProcedureIndexTests {
  private let index = ProcedureIndex([
    Procedure.parse("---\nrules: [HighErrorRate]\n---\n# Errors\n", name: "high-error-rate"),
    Procedure.parse(
      "---\nrules: [HighErrorRate]\nservice: billing\n---\n# Errors of billing\n",
      name: "billing-errors"),
    Procedure.parse("# KubeNodeNotReady\n", name: "node"),
    Procedure.parse("text", name: "QueueBacklog"),
    Procedure.parse("---\nrules: [low_disk]\nalerts: [HostOutOfDiskSpace]\n---\n", name: "disk"),
  ])

  @Test(
    arguments: [
      ("HighErrorRate", nil, nil, [], ["high-error-rate", "billing-errors"]),
      ("higherrorrate", nil, "billing", [], ["billing-errors", "high-error-rate"]),
      ("HighErrorRate", nil, "api", [], ["high-error-rate", "billing-errors"]),
      ("KubeNodeNotReady", nil, nil, [], ["node"]),
      ("queuebacklog", nil, nil, [], ["QueueBacklog"]),
      ("Other", "https://runbooks.example.com/kubernetes/kubenodenotready", nil, [], ["node"]),
      ("Other", "https://x/runbooks/HighErrorRate.html.md?ref=a#b", nil, [], ["high-error-rate"]),
      ("Other", "https://x/y/QueueBacklog.md/", nil, [], ["QueueBacklog"]),
      ("Other", nil, nil, ["high_error_rate"], ["high-error-rate", "billing-errors"]),
      (
        "KubeNodeNotReady", "https://x/QueueBacklog", nil, ["HighErrorRate"],
        ["high-error-rate", "billing-errors", "node", "QueueBacklog"]
      ),
      ("hostoutofdiskspace", nil, nil, [], ["disk"]), ("LowDisk", nil, nil, [], ["disk"]),
      ("Other", "", "api", [""], []), (nil, nil, nil, [], []),
    ] as [(String?, String?, String?, [String], [String])])
  func findsWhatBelongs(_ example: (String?, String?, String?, [String], [String])) {
    let (alertname, url, service, rules, names) = example
    let found = index.match(alertname: alertname, runbookURL: url, service: service, rules: rules)
      .map(\.name)
    #expect(found == names)
  }

  @Test func findsByName() {
    #expect(index.named("queuebacklog")?.name == "QueueBacklog")
    #expect(index.named("nothing") == nil)
  }
}
