/// How files are to be read.
public struct ReadingOptions: Sendable, Hashable {
  /// The encoding of all files; nil: each file's own, told by its bytes.
  public var encoding: TextEncoding?
  /// Names of the fields of records.
  public var names: FieldNames

  /// Options; the default is to find out.
  public init(encoding: TextEncoding? = nil, names: FieldNames = .standard) {
    self.encoding = encoding
    self.names = names
  }
}
