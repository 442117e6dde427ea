// swift-tools-version: 6.2
import PackageDescription

#if canImport(Glibc)
  import Glibc
#endif

// One set of settings for every room: Swift 6 mode, whole imports spelled out, warnings stop the build.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let unixSignals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let nioHTTP = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let nioTLS = Target.Dependency.product(name: "NIOSSL", package: "swift-nio-ssl")
let httpClient = Target.Dependency.product(name: "AsyncHTTPClient", package: "async-http-client")

/// A room: a target with its tests. What each may import is also held by `make lint`.
func room(_ name: String, _ dependencies: [Target.Dependency]) -> [Target] {
  [
    .target(name: name, dependencies: dependencies, swiftSettings: settings),
    .testTarget(
      name: name + "Tests", dependencies: [.byName(name: name), "TestSupport"] + dependencies,
      swiftSettings: settings),
  ]
}

/// How what is shipped is linked, for fewer pages in memory and a quicker start: without a table of symbols that nobody
/// looks up (the static library's default exports all of them), with the code of libraries that starting and serving
/// runs through side by side, and with the addresses to be adjusted at start packed into a fiftieth. The linker is the
/// one that comes with Swift.
var linking = [
  "-use-ld=lld", "-Xlinker", "--no-export-dynamic", "-Xlinker", "--no-warn-symbol-ordering",
  "-Xlinker", "--symbol-ordering-file=\(Context.packageDirectory)/packaging/link-order",
]
#if canImport(Glibc)
  // Older C libraries cannot read the packed form.
  var name = [CChar](repeating: 0, count: 64)
  confstr(Int32(_CS_GNU_LIBC_VERSION), &name, name.count)
  let release = String(decoding: name.map(UInt8.init(bitPattern:)), as: UTF8.self).split { !$0.isNumber }.compactMap {
    Int($0)
  }
  if release.count >= 2, (release[0], release[1]) >= (2, 36) {
    linking += ["-Xlinker", "-z", "-Xlinker", "pack-relative-relocs"]
  }
#endif

let package = Package(
  name: "sitrep",
  products: [.executable(name: "sitrep", targets: ["sitrep"])],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1", traits: []),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
    .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", exact: "2.37.6"),
    .package(url: "https://github.com/swift-server/async-http-client", exact: "1.37.0"),
  ],
  targets: room("EventLog", [crypto])
    + room("Incidents", ["EventLog"])
    + room("OnCall", ["Incidents", "EventLog"])
    + room("Procedures", ["Incidents", "EventLog", "CMarkdown", yams])
    + room("Review", ["Incidents", "EventLog", mustache])
    + room("Comms", ["Incidents", "EventLog", mustache])
    + room("Commands", ["EventLog", "Incidents", "OnCall", "Procedures", "Review", "Comms"])
    + room("Screens", ["EventLog", "Incidents", "OnCall", "Procedures", "Review", "Comms", "Commands"])
    + room("Ledger", ["EventLog", grdb, sqlite])
    + room("Delivery", ["EventLog", "CProcess", crypto, httpClient, nioCore, nioHTTP, nioPosix, nioTLS])
    + room("Settings", ["EventLog", "Incidents", "OnCall", "Procedures", "Review", "Comms", yams])
    + room("Desk", ["EventLog", "Incidents", "OnCall", "Procedures", "Review", "Comms", "Commands", "Ledger"])
    + room("Watch", ["EventLog", "Ledger", "Delivery"])
    + room("Intake", ["EventLog", "Incidents", "Commands", "Desk", crypto, hummingbird, nioCore, logging, lifecycle])
    + room("Terminal", ["Screens", "CTerminal", "CProcess"])
    + room("Console", ["EventLog", "Incidents", "Commands", "Screens", "Terminal", "Desk"])
    + [
      .executableTarget(
        name: "sitrep",
        dependencies: [
          "EventLog", "Incidents", "OnCall", "Procedures", "Review", "Comms", "Commands", "Screens", "Ledger",
          "Delivery", "Settings", "Desk", "Watch", "Intake", "Terminal", "Console", "CProcess", arguments, hummingbird,
          logging, lifecycle, unixSignals,
        ],
        swiftSettings: settings,
        linkerSettings: [.unsafeFlags(linking, .when(platforms: [.linux], configuration: .release))]),
      .testTarget(
        name: "SitrepTests", dependencies: ["sitrep", "TestSupport", "EventLog", "Incidents", "Desk", "Ledger"],
        swiftSettings: settings),
      .target(
        name: "TestSupport",
        dependencies: ["EventLog", "Incidents"],
        path: "Tests/TestSupport", swiftSettings: settings),
      .target(
        name: "TerminalTestSupport", dependencies: ["Terminal"], path: "Tests/TerminalTestSupport",
        swiftSettings: settings),
      .target(name: "CProcess"),
      .target(name: "CTerminal", linkerSettings: [.linkedLibrary("ncursesw")]),
      .systemLibrary(name: "CMarkdown"),
    ]
)

// What a screen costs is counted in the steps of SQLite's own machine.
for target in package.targets where target.name == "DeskTests" { target.dependencies += [grdb, sqlite] }

// Read by their paths.
for target in package.targets where target.name == "ScreensTests" { target.exclude = ["Goldens"] }

// Both rooms that own the terminal are tested on a thread of its own.
for target in package.targets where ["TerminalTests", "ConsoleTests"].contains(target.name) {
  target.dependencies.append("TerminalTestSupport")
}
