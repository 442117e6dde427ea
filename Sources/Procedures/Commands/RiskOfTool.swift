/// How the verbs of a tool with verbs are to be taken.
struct RiskOfTool {
  /// Verbs, or verb and object, that only read.
  var reading: Set<String>
  var destroying: Set<String>
  /// Verbs that hand the rest to another program.
  var relaying: Set<String> = []
  /// Options that make any verb destructive.
  var graveOptions: Set<String> = []

  func judge(_ arguments: [String], shell: (String) -> CommandRisk) -> CommandRisk {
    for (index, argument) in arguments.enumerated() {
      if relaying.contains(argument) {
        let rest = arguments[(index + 1)...].filter { $0 != "--" && !$0.hasPrefix("-") }
        let isGrave = rest.indices.contains {
          shell(rest[$0...].joined(separator: " ")) == .destructive
        }
        return isGrave ? .destructive : .unknown
      }
      if index + 1 < arguments.count {
        let pair = argument + " " + arguments[index + 1]
        if destroying.contains(pair) { return .destructive }
        if reading.contains(pair) { return .safe }
      }
      if destroying.contains(argument) { return .destructive }
      if arguments.contains(where: graveOptions.contains) { return .destructive }
      if reading.contains(argument) { return .safe }
    }
    return .unknown
  }
}

extension CommandRisk {
  static let tools: [String: RiskOfTool] = {
    let kubernetes = RiskOfTool(
      reading: [
        "get", "describe", "logs", "top", "explain", "version", "cluster-info", "api-resources",
        "api-versions", "diff",
        "whoami", "wait", "events", "status", "rollout status", "rollout history", "auth can-i",
        "config view",
        "config current-context", "adm top", "projects",
      ],
      destroying: ["delete", "drain", "evict", "replace", "destroy"],
      relaying: ["exec", "rsh", "debug", "run"],
      graveOptions: ["--replicas=0"])
    let containers = RiskOfTool(
      reading: [
        "ps", "logs", "inspect", "images", "stats", "info", "version", "top", "events", "port",
        "pods",
      ],
      destroying: ["rm", "rmi", "rmp", "kill", "stop", "prune", "down"], relaying: ["exec", "run"])
    let services = RiskOfTool(
      reading: [
        "status", "is-active", "is-failed", "list-units", "list-timers", "show", "cat",
        "is-enabled",
      ],
      destroying: ["stop", "kill", "disable", "mask", "poweroff", "reboot"])
    let clouds = RiskOfTool(
      reading: [
        "list", "describe", "get", "ls", "get-caller-identity", "describe-instances",
        "get-metric-statistics", "logs tail",
      ],
      destroying: [
        "delete", "terminate-instances", "rm", "stop", "delete-stack", "destroy", "reset",
      ])
    return [
      "kubectl": kubernetes, "oc": kubernetes, "k": kubernetes, "virtctl": kubernetes,
      "docker": containers, "podman": containers, "crictl": containers, "nerdctl": containers,
      "docker-compose": containers, "ctr": containers, "systemctl": services, "service": services,
      "gitlab-ctl": services, "aws": clouds, "gcloud": clouds, "az": clouds, "gsutil": clouds,
      "git": RiskOfTool(
        reading: ["log", "status", "diff", "show", "fetch", "blame", "rev-parse", "ls-files"],
        destroying: ["clean", "reset"], graveOptions: ["--force", "-f", "--hard"]),
      "helm": RiskOfTool(
        reading: ["list", "ls", "status", "history", "get", "diff"],
        destroying: ["uninstall", "delete"]),
      "terraform": RiskOfTool(
        reading: ["plan", "show", "output", "version", "validate", "state list"],
        destroying: ["destroy", "taint"]),
      "etcdctl": RiskOfTool(
        reading: ["endpoint", "version", "get", "member list", "alarm list"],
        destroying: ["del", "member remove"]),
      "patronictl": RiskOfTool(
        reading: ["list", "topology", "history"],
        destroying: ["remove", "reinit", "failover", "switchover"]),
      "ip": RiskOfTool(
        reading: ["addr", "a", "route", "link", "show", "neigh"], destroying: ["del", "flush"]),
      "openssl": RiskOfTool(reading: ["x509", "s_client", "verify", "version"], destroying: []),
    ]
  }()
}
