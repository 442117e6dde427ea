/// Programs by whose name a line without prompt and language is taken for a command.
enum KnownPrograms {
  static func contains(_ word: String) -> Bool {
    names.contains(word) || CommandRisk.readers.contains(word)
      || CommandRisk.destroyers.contains(word)
  }

  private static let names: Set<String> = [
    "ansible", "ansible-playbook", "apt", "apt-get", "aws", "az", "bash", "brew", "bundle", "cd",
    "chef-client",
    "chmod", "chown", "consul", "cp", "crictl", "ctr", "docker", "docker-compose", "etcdctl",
    "export", "find", "for",
    "gcloud", "gds", "git", "gitlab-ctl", "gitlab-rails", "gsutil", "helm", "ipmitool", "iptables",
    "istioctl", "k",
    "knife", "kubectl", "ln", "make", "mkdir", "mount", "mv", "mysql", "nc", "npm", "oc", "openssl",
    "patronictl",
    "pip", "podman", "psql", "python", "python3", "rails", "rake", "redis-cli", "rsync", "ruby",
    "scp", "sed", "sitrep",
    "service", "sh", "snap", "ssh", "su", "sudo", "systemctl", "tar", "tctl", "tee", "terraform",
    "touch", "tsh",
    "umount", "vault", "virtctl", "wget", "xargs", "yum",
  ]
}
