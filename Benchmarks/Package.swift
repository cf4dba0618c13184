// swift-tools-version: 6.1
import PackageDescription

// Apart from the program's own package, so that a build of the program builds no benchmark.
let package = Package(
    name: "benchmarks",
    dependencies: [.package(name: "variorum", path: "..")],
    targets: [
        .systemLibrary(name: "CMalloc", path: "CMalloc"),
        .executableTarget(
            name: "matcher", dependencies: ["CMalloc", .product(name: "Text", package: "variorum")],
            path: "matcher", swiftSettings: [.swiftLanguageMode(.v6)])
    ]
)
