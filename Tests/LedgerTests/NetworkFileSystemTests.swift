import Testing

@testable import Ledger

@Suite struct NetworkFileSystemTests {
  @Test(arguments: [
    (0x6969 as UInt32, nil as String?, "NFS" as String?), (0xff53_4d42, nil, "CIFS"), (0xfe53_4d42, nil, "SMB"),
    (0x0102_1997, nil, "9P"), (0x00c3_6400, nil, "Ceph"), (0x6573_5546, "fuse.sshfs", "fuse.sshfs"),
    (0x6573_5546, nil, "fuse"), (0x6573_5546, "fuse.s3fs", "fuse.s3fs"), (0x6573_5546, "fuseblk", nil),
    (0x6573_5546, "fuse.gocryptfs", nil), (0xef53, nil, nil), (0x9123_683e, nil, nil), (0x5846_5342, nil, nil),
    (0x0102_1994, nil, nil), (0x794c_7630, nil, nil), (0x2fc1_2fc1, nil, nil), (0x8584_58f6, nil, nil),
  ])
  func isToldFromALocalOne(magic: UInt32, mountType: String?, name: String?) {
    #expect(NetworkFileSystem.name(magic: magic, mountType: mountType) == name)
  }

  @Test func theTemporaryFolderIsLocal() throws {
    let store = try TemporaryStore()
    #expect(FileSystem.networkRefusal(of: store.path) == nil)
    #expect(FileSystem.networkRefusal(of: store.folder + "/not/there/yet.db") == nil)
    #expect(SystemCalls.fileSystemMagic(of: store.folder) != nil)
    #expect(FileSystem.identity(of: store.folder) != nil)
  }
}
