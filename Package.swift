// swift-tools-version: 6.1
import PackageDescription

let house: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .unsafeFlags(["-warnings-as-errors"]),
]

// `scripts/fuzz` names the library of the fuzzer here; what it calls then counts its branches.
let fuzzer = Context.environment["VARIORUM_FUZZER"]
let fuzzed = fuzzer == nil ? house : house + [.unsafeFlags(["-sanitize=fuzzer"])]

// The released program carries Swift's libraries inside, which loads them in 3 ms instead of 20.
let released = BuildSettingCondition.when(platforms: [.linux], configuration: .release)
let swiftInside: [LinkerSetting] =
    [.unsafeFlags(["-static-stdlib", "-use-ld=lld"], released)]
    + [
        "CoreFoundation", "_CFURLSessionInterface", "_FoundationCShims", "_FoundationCollections",
        "_FoundationICU",
    ].map { .linkedLibrary($0, released) }

let package = Package(
    name: "variorum",
    products: [
        .executable(name: "variorum", targets: ["variorum"]),
        // For Benchmarks.
        .library(name: "Text", targets: ["Text"]),
        // For Training.
        .library(name: "Discovery", targets: ["Discovery"]),
    ],
    dependencies: [
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    ],
    targets: [
        .systemLibrary(
            name: "CCMarkGFM", pkgConfig: "libcmark-gfm",
            providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
        .systemLibrary(name: "CGumbo", pkgConfig: "gumbo", providers: [.apt(["libgumbo-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .target(name: "CAssets", exclude: ["data"]),
        .target(name: "CPosix"),
        .target(name: "Text", swiftSettings: fuzzed),
        .target(name: "Quantities", dependencies: ["Text"], swiftSettings: house),
        .target(
            name: "Files",
            dependencies: ["Text", "CPosix", .product(name: "Crypto", package: "swift-crypto")],
            swiftSettings: fuzzed),
        .target(
            name: "Markup", dependencies: ["Text", "CCMarkGFM", "CPosix"], swiftSettings: fuzzed),
        .target(
            name: "Archive", dependencies: ["Markup", "Files", "Text", "Yams", "TOMLKit"],
            swiftSettings: house),
        .target(
            name: "Intake",
            dependencies: ["Archive", "Markup", "Files", "Text", "CAssets", "CGumbo", "CZlib"],
            swiftSettings: fuzzed),
        .target(
            name: "Annotation",
            dependencies: ["Archive", "Markup", "Files", "Quantities", "Text", "CAssets"],
            swiftSettings: house),
        .target(
            name: "Discovery",
            dependencies: ["Annotation", "Archive", "Files", "Text", "CAssets"],
            swiftSettings: house),
        .target(
            name: "Search", dependencies: ["Annotation", "Archive", "Markup", "Files", "Text"],
            swiftSettings: house),
        .target(
            name: "Publishing", dependencies: ["Files", "Text", "CPosix"], swiftSettings: house),
        .target(
            name: "Site",
            dependencies: [
                "Publishing", "Search", "Discovery", "Annotation", "Intake", "Archive", "Markup",
                "Files",
                "Quantities", "Text", "CAssets", "CPosix",
                .product(name: "Mustache", package: "swift-mustache"),
            ],
            swiftSettings: house),
        .target(
            name: "Preview",
            dependencies: [
                "Site", "Publishing", "Archive", "Files", "Text",
                .product(name: "NIOPosix", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
            ], swiftSettings: house),
        .executableTarget(
            name: "variorum",
            dependencies: [
                "Preview", "Site", "Publishing", "Search", "Discovery", "Annotation", "Intake",
                "Archive",
                "Files", "Quantities", "Text",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: house, linkerSettings: swiftInside),
        .target(name: "TestSupport", path: "Tests/Support", swiftSettings: house),
        .testTarget(
            name: "TextTests", dependencies: ["Text", "TestSupport"], swiftSettings: house),
        .testTarget(
            name: "QuantitiesTests", dependencies: ["Quantities", "TestSupport"],
            swiftSettings: house),
        .testTarget(name: "FilesTests", dependencies: ["Files", "Text"], swiftSettings: house),
        .testTarget(
            name: "MarkupTests", dependencies: ["Markup", "Text", "TestSupport"],
            swiftSettings: house),
        .testTarget(
            name: "ArchiveTests", dependencies: ["Archive", "Files", "Text"], swiftSettings: house),
        .testTarget(
            name: "IntakeTests",
            dependencies: ["Intake", "Archive", "Markup", "Files", "Text", "TestSupport"],
            swiftSettings: house),
        .testTarget(
            name: "AnnotationTests",
            dependencies: ["Annotation", "Archive", "Markup", "Quantities", "Text", "TestSupport"],
            swiftSettings: house),
        .testTarget(
            name: "DiscoveryTests",
            dependencies: ["Discovery", "Annotation", "Archive", "Files", "Text", "TestSupport"],
            swiftSettings: house),
        .testTarget(
            name: "SearchTests", dependencies: ["Search", "Text", "TestSupport"],
            swiftSettings: house),
        .testTarget(
            name: "PublishingTests", dependencies: ["Publishing", "Files", "Text"],
            swiftSettings: house),
        .testTarget(name: "PreviewTests", dependencies: ["Preview"], swiftSettings: house),
        .testTarget(
            name: "SiteTests",
            dependencies: [
                "Site", "Publishing", "Search", "Annotation", "Archive", "Markup", "Files",
                "Quantities", "Text", "TestSupport",
            ],
            swiftSettings: house),
    ]
)

if let fuzzer {
    package.targets.append(
        .executableTarget(
            name: "Fuzz", dependencies: ["Intake"], path: "Tests/Fuzz",
            exclude: ["html.dict", "inputs"],
            swiftSettings: house, linkerSettings: [.unsafeFlags([fuzzer, "-lstdc++"])]))
}
