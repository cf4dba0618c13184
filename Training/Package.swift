// swift-tools-version: 6.1
import PackageDescription

// Apart from the program's own package, so that a build of the program builds no trainer.
let package = Package(
    name: "training",
    dependencies: [.package(name: "variorum", path: "..")],
    targets: [
        .executableTarget(
            name: "train",
            dependencies: [
                .product(name: "Discovery", package: "variorum"),
                .product(name: "Text", package: "variorum"),
            ],
            path: "train", swiftSettings: [.swiftLanguageMode(.v6)])
    ]
)
