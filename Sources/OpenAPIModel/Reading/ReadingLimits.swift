/// What a document may cost to read.
public struct ReadingLimits: Sendable, Hashable {
    /// Of each source; also how much text a YAML document's aliases may repeat.
    public var maximumBytes: Int
    /// How many sources a description may consist of.
    public var maximumSources: Int
    /// How many lists and mappings may be open at once.
    public var maximumDepth: Int
    /// How many values the aliases of a YAML document may repeat in all, and an overlay beyond those it holds.
    public var aliasNodes: Int

    public init(maximumBytes: Int, maximumSources: Int, maximumDepth: Int, aliasNodes: Int) {
        self.maximumBytes = maximumBytes
        self.maximumSources = maximumSources
        self.maximumDepth = maximumDepth
        self.aliasNodes = aliasNodes
    }

    /// 64 MiB for each of at most 4,096 sources, 256 levels, 200,000 repeated values.
    public static let standard = ReadingLimits(
        maximumBytes: 64 << 20, maximumSources: 4096, maximumDepth: 256, aliasNodes: 200_000)
}
