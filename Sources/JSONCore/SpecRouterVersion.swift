/// The version that every executable of this package tells.
package enum SpecRouterVersion {
    package static let current = "0.1.0"
}
