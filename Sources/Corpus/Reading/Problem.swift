/// Why a file, or a part of it, was not read. The rest of the corpus is not touched by it.
public struct Problem: Sendable, Hashable {
  /// What is wrong.
  public enum Reason: Sendable, Hashable {
    /// The path does not exist.
    case notFound
    /// The system refused to open or read it; the system's own words.
    case unreadable(String)
    /// A device, a socket, a named pipe.
    case notAFile
    /// No byte, or nothing but white space.
    case empty
    /// Bytes that no text has.
    case notText(byteOffset: Int)
    /// So many sequences (and NULs) that the encoding does not have were replaced by U+FFFD.
    case malformed(count: Int, firstByteOffset: Int, encoding: TextEncoding = .utf8)
    /// The file's name has an ending that is not read.
    case unknownFormat
    /// Larger than this number of bytes.
    case tooLarge(limit: Int)
  }

  /// The file's path as found.
  public var file: String
  /// What is wrong.
  public var reason: Reason

  /// A problem with `file`.
  public init(file: String, reason: Reason) {
    self.file = file
    self.reason = reason
  }

  /// True where the file was read nevertheless.
  public var isWarning: Bool {
    if case .malformed = reason { true } else { false }
  }

  /// One sentence that says which file, where and why.
  public func message(in language: Language) -> String {
    "\(file): " + (language == .chinese ? chineseReason : englishReason)
  }

  private var chineseReason: String {
    switch reason {
    case .notFound: "没有这个文件或文件夹"
    case .unreadable(let why): "无法读取（\(why)）"
    case .notAFile: "不是普通文件，已跳过"
    case .empty: "文件是空的"
    case .notText(let offset): "不是文本（第 \(offset) 字节处有不属于文本的字节）"
    case .malformed(let count, let offset, let encoding):
      "有 \(count) 处不是合法的 \(encoding.rawValue)，首处在第 \(offset) 字节；已用 U+FFFD 代替"
    case .unknownFormat: "不认识的文件格式"
    case .tooLarge(let limit): "文件大于 \(limit >> 20) MiB，已跳过"
    }
  }

  private var englishReason: String {
    switch reason {
    case .notFound: "no such file or folder"
    case .unreadable(let why): "cannot be read (\(why))"
    case .notAFile: "not a regular file, skipped"
    case .empty: "the file is empty"
    case .notText(let offset): "not text (byte \(offset) belongs to no text)"
    case .malformed(let count, let offset, let encoding):
      "\(count) sequence\(count == 1 ? "" : "s") not valid \(encoding.rawValue), the first at byte \(offset); shown as U+FFFD"
    case .unknownFormat: "unknown file format"
    case .tooLarge(let limit): "larger than \(limit >> 20) MiB, skipped"
    }
  }
}
