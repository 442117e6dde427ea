/// File systems on which SQLite's shared memory and locks cannot be relied on (https://www.sqlite.org/wal.html §1).
enum NetworkFileSystem {
  /// The name of a network file system by its `statfs` number or, for FUSE, by its type in the mount table; nil for
  /// what is local.
  static func name(magic: UInt32, mountType: String?) -> String? {
    if magic == 0x6573_5546 { return fuse(mountType ?? "fuse") }
    return magics[magic]
  }

  private static func fuse(_ type: String) -> String? {
    let local: Set<String> = [
      "fuseblk", "fuse.lxcfs", "fuse.overlayfs", "fuse.fuse-overlayfs", "fuse.bindfs", "fuse.gocryptfs",
      "fuse.encfs", "fuse.mergerfs", "fuse.ntfs-3g", "fuse.exfat",
    ]
    return local.contains(type) ? nil : type
  }

  // From linux/magic.h and the headers of the file systems themselves.
  private static let magics: [UInt32: String] = [
    0x6969: "NFS", 0xff53_4d42: "CIFS", 0xfe53_4d42: "SMB", 0x517b: "SMB", 0x564c: "NCP", 0x5346_414f: "AFS",
    0x6b41_4653: "AFS", 0x7375_7245: "Coda", 0x0102_1997: "9P", 0x00c3_6400: "Ceph", 0x0bd0_0bd0: "Lustre",
    0x0116_1970: "GFS2", 0x7461_636f: "OCFS2", 0x4750_4653: "GPFS", 0x786f_4256: "vboxsf",
  ]
}
