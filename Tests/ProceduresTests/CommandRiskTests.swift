import Testing

@testable import Procedures

struct CommandRiskTests {
  @Test(arguments: [
    "df -h", "kubectl -n prod get pods -o wide", "oc logs -n a pod | grep -iE 'rm|delete'",
    "systemctl status nginx",
    "sudo journalctl -u api --since -1h", "A=b kubectl get pod", "curl -sS -m 5 https://x/health",
    "curl -s -o /dev/null -w '%{http_code}' https://x", "psql -c 'SELECT count(*) FROM t'",
    "redis-cli info memory",
    "git log --oneline | head", "for i in 1 2; do curl -s https://x; done",
    "ls 2>&1 | tail > /dev/null",
    "oc get pod -n <install namespace> <virt-operator>", "X=\"$(oc get pod -o name)\"",
    "# only a comment", "",
    "echo 'rm -rf /'", "find / -size +1G", "kubectl rollout status deployment/api",
    "etcdctl endpoint health -w table",
    "watch -n 5 kubectl top pods", "ps aux | awk '{ print $2 }' | sort | uniq -c",
  ])
  func readingIsSafe(command: String) {
    #expect(CommandRisk.assess(command, language: "sh") == .safe)
  }

  @Test(arguments: [
    "rm -rf /var/log/x", "sudo -u postgres dropdb app", "kubectl delete pod x",
    "oc -n a delete pod x",
    "kubectl scale deployment/x --replicas=0", "kubectl drain node1", "systemctl stop nginx",
    "df -h; kill -9 1",
    "curl -X DELETE https://x/y", "curl -XDELETE https://x/y", "psql -c 'DROP TABLE t'",
    "redis-cli FLUSHALL",
    "ls | xargs -n1 rm", "ssh host 'sudo rm -rf /data'", "bash -c \"rm x\"",
    "find . -name x -delete",
    "find . -exec rm {} ;", "echo $(rm x)", "echo `rm x`", "git push --force",
    "kubectl exec pod -- rm -f x",
    "if true; then reboot; fi", "docker system prune", "(cd /tmp && rm -r x)",
    "sudo ssh host kubectl delete pod x",
    "machine-tool delete x", "env -i rm x", "echo \"$(kubectl delete pod x)\"", "terraform destroy",
  ])
  func deletingAndStoppingIsDestructive(command: String) {
    #expect(CommandRisk.assess(command, language: "sh") == .destructive)
  }

  @Test(arguments: [
    "kubectl apply -f x.yaml", "systemctl restart nginx", "kubectl rollout undo deployment/x",
    "curl -d x https://y",
    "echo x > /etc/hosts", "ssh host uptime", "unknown-tool --now", "sed -i s/a/b/ f",
    "kubectl exec pod -- ls",
    "cat <<EOF > f\nrm x\nEOF", "psql", "oc debug node/x", "cat a >b", "kubectl edit deployment x",
  ])
  func changingIsUnknown(command: String) {
    #expect(CommandRisk.assess(command, language: "sh") == .unknown)
  }

  @Test(arguments: [
    ("select 1", CommandRisk.safe), ("drop table t", .destructive),
    ("update t set a = 1", .unknown),
    ("with a as (delete from t returning *) select * from a", .destructive),
    ("select * into b from a", .unknown),
  ])
  func readsStatements(sql: String, risk: CommandRisk) {
    #expect(CommandRisk.assess(sql, language: "sql") == risk)
  }

  @Test func deepNestingIsNotSafe() {
    let nested = String(repeating: "$(", count: 500) + "ls" + String(repeating: ")", count: 500)
    #expect(CommandRisk.assess("bash -c 'sh -c \"bash -c sh\"'", language: "sh") == .unknown)
    #expect(CommandRisk.assess(nested + "; rm x", language: "sh") == .destructive)
  }
}
