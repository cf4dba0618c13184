import Archive
import Foundation
import Text

/// `assets/kinds.css`: the colors of kinds for which the theme has none.
///
/// Text in such a color must be readable on every background of the theme, light and dark.
struct KindStyles: Sendable {
    static let path = "assets/kinds.css"

    /// `id=folder` for each kind without built-in styles, for scripts; empty when there are none.
    let folders: String
    /// `nil` when the theme has colors for all kinds, or has its own file at this path.
    let file: OutputFile?
    /// Warnings about declared colors with too little contrast.
    let diagnostics: [Diagnostic]

    init(_ kinds: [Entity.Kind], _ theme: ThemeFiles) {
        let style = theme.files["assets/style.css"]?.bytes ?? []
        let reading = theme.files["assets/reading.css"]?.bytes ?? []
        let sheets = String(decoding: style + reading, as: UTF8.self)
        let unstyled = kinds.filter { !sheets.contains("[data-kind=\"\($0.id)\"]") }
        folders = unstyled.map { "\($0.id)=\($0.folder)" }.joined(separator: " ")
        let light = Backgrounds(sheets, isDark: false)
        let dark = Backgrounds(sheets, isDark: true)
        var css = ""
        var diagnostics: [Diagnostic] = []
        for (number, kind) in unstyled.enumerated() {
            let hue = kind.colors.light ?? kind.colors.dark
            let base = hue?.value ?? Self.base(number)
            let colors = [(kind.colors.light, light), (kind.colors.dark, dark)].map { given, on in
                let color = on.readable(given?.value ?? base)
                if let given, given.value != color {
                    diagnostics.append(Self.faint(given, color, on, kind))
                }
                return color.hex
            }
            css += """
                [data-kind="\(kind.id)"] { --kind: light-dark(\(colors[0]), \(colors[1])); }
                [data-section="\(kind.folder)"] .menu a[data-section="\(kind.folder)"] \
                { color: var(--ink); border-bottom-color: var(--link); }

                """
        }
        let isWritten = !unstyled.isEmpty && theme.files[Self.path] == nil
        file = isWritten ? OutputFile(path: Self.path, bytes: Array(css.utf8)) : nil
        self.diagnostics = isWritten ? diagnostics : []
    }

    /// Hues between those of the built-in kinds (14°, 186° and 242°), in degrees.
    private static let hues = [308.0, 100, 55, 143, 275, 341, 214]

    private static func base(_ number: Int) -> Entity.Kind.Color {
        HSL(hue: hues[number % hues.count], saturation: 0.4, lightness: 0.4).color
    }

    private static func faint(
        _ given: Located<Entity.Kind.Color>, _ used: Entity.Kind.Color, _ on: Backgrounds,
        _ kind: Entity.Kind
    ) -> Diagnostic {
        let contrast = Double(Int(on.contrast(of: given.value) * 10)) / 10
        return Diagnostic(
            .warning, "faint-color", at: given.place,
            "the color `\(given.value.hex)` of the kind `\(kind.id)` has a contrast of \(contrast) on "
                + "\(on.isDark ? "dark" : "light") pages and cannot be read well; "
                + "the site uses `\(used.hex)`",
            help:
                "choose a \(on.isDark ? "lighter" : "darker") color; the contrast must be 4.5 at least"
        )
    }
}

/// The background colors of the theme: the page, cards, claims and link targets.
private struct Backgrounds {
    let isDark: Bool
    let colors: [Entity.Kind.Color]

    private static let names = [
        "paper", "raised", "sunken", "target", "neutral-wash", "agree-wash", "conflict-wash",
    ]

    /// - Parameter sheets: style sheets with custom properties as in `--paper: light-dark(#fbf9f4,
    ///   #191817)`; without them the background is white or near-black.
    init(_ sheets: String, isDark: Bool) {
        self.isDark = isDark
        let found = Self.names.compactMap { name -> Entity.Kind.Color? in
            guard let start = sheets.firstRange(of: "--\(name): light-dark(")?.upperBound,
                let end = sheets[start...].firstIndex(of: ")")
            else { return nil }
            let pair = sheets[start..<end].split { $0 == "," || $0 == " " }.map(String.init)
            return pair.count == 2 ? Entity.Kind.Color(hex: pair[isDark ? 1 : 0]) : nil
        }
        let plain = isDark ? "#191817" : "#ffffff"
        colors = found.isEmpty ? [Entity.Kind.Color(hex: plain)].compactMap { $0 } : found
    }

    /// The smallest contrast of text in a color on these backgrounds, from 1 to 21.
    ///
    /// Source: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
    func contrast(of color: Entity.Kind.Color) -> Double {
        let words = color.relativeLuminance
        return colors.map {
            let page = $0.relativeLuminance
            return (max(words, page) + 0.05) / (min(words, page) + 0.05)
        }
        .min() ?? 21
    }

    /// The color itself if its contrast is at least 4.5 (WCAG 2.2, success criterion 1.4.3), else
    /// the nearest color of the same hue with that contrast, in steps of one percent of lightness.
    func readable(_ color: Entity.Kind.Color) -> Entity.Kind.Color {
        var nearest = color
        var hsl = HSL(color)
        while contrast(of: nearest) < 4.5, isDark ? hsl.lightness < 1 : hsl.lightness > 0 {
            hsl.lightness = min(1, max(0, hsl.lightness + (isDark ? 0.01 : -0.01)))
            nearest = hsl.color
        }
        return nearest
    }
}

extension Entity.Kind.Color {
    /// From 0, black, to 1, white.
    ///
    /// Source: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
    fileprivate var relativeLuminance: Double {
        func linear(_ part: UInt8) -> Double {
            let value = Double(part) / 255
            return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }
}

/// A color by hue (degrees), saturation and lightness (0 to 1).
///
/// Source: https://www.w3.org/TR/css-color-4/#the-hsl-notation
private struct HSL {
    var hue: Double
    var saturation: Double
    var lightness: Double

    init(hue: Double, saturation: Double, lightness: Double) {
        self.hue = hue
        self.saturation = saturation
        self.lightness = lightness
    }

    init(_ color: Entity.Kind.Color) {
        let (red, green, blue) = (
            Double(color.red) / 255, Double(color.green) / 255, Double(color.blue) / 255
        )
        let (most, least) = (max(red, green, blue), min(red, green, blue))
        let range = most - least
        lightness = (most + least) / 2
        (hue, saturation) = (0, 0)
        guard range > 0 else { return }
        saturation = (most - lightness) / min(lightness, 1 - lightness)
        if most == red {
            hue = (green - blue) / range + (green < blue ? 6 : 0)
        } else if most == green {
            hue = (blue - red) / range + 2
        } else {
            hue = (red - green) / range + 4
        }
        hue *= 60
    }

    var color: Entity.Kind.Color {
        func part(_ number: Double) -> UInt8 {
            let k = (number + hue / 30).truncatingRemainder(dividingBy: 12)
            let a = saturation * min(lightness, 1 - lightness)
            let value = lightness - a * max(-1, min(k - 3, 9 - k, 1))
            return UInt8((min(1, max(0, value)) * 255).rounded())
        }
        return Entity.Kind.Color(red: part(0), green: part(8), blue: part(4))
    }
}
