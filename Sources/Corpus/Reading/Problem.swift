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
    /// Larger than this number of bytes, compressed or not.
    case tooLarge(limit: Int)
    /// A line of more bytes than a page has, or the line where a record of more bytes than a story has begins; its
    /// number, from 1.
    case lineTooLong(line: Int, limit: Int)
    /// Records (JSON, CSV) or front matter that break their format's rules; the first of them.
    case faultyRecords(count: Int, first: Place, fault: Fault)
    /// JSON or CSV in which no record has a headline or a body; `count` values were looked at.
    case noArticles(count: Int)
    /// An archive without a file of a kind that is read.
    case nothingToRead
    /// A compressed file that cannot be expanded, or not to its end.
    case damaged(Damage)
  }

  /// A place in a text: line, and character in the line, both from 1.
  public struct Place: Sendable, Hashable {
    /// The raw line, from 1.
    public var line: Int
    /// The character (Unicode scalar) in the line, from 1.
    public var column: Int

    /// A place.
    public init(line: Int, column: Int) {
      self.line = line
      self.column = column
    }
  }

  /// Whose rules are broken.
  public enum Fault: Sendable, Hashable { case json, csv, frontMatter }

  /// What is wrong with a compressed file.
  public enum Damage: Sendable, Hashable { case broken, cutShort, encrypted, unknownMethod, noLibrary }

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
    switch reason {
    case .malformed, .faultyRecords: true
    default: false
    }
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
    case .tooLarge(let limit): "文件大于 \(limit >> 20) MiB，已跳过"
    case .lineTooLong(let line, let limit): "第 \(line) 行长于 \(limit >> 10) KiB，不是报纸文本，已跳过"
    case .faultyRecords(let count, let place, let fault):
      "\(fault.name(in: .chinese))有 \(count) 处错误，首处在第 \(place.line) 行第 \(place.column) 字"
    case .nothingToRead: "里面没有 kanbao 能读的文件"
    case .noArticles: "没有文章：没有一条记录有标题或正文字段（可用 --map 指定字段名）"
    case .damaged(let damage): damage.chinese
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
    case .tooLarge(let limit): "larger than \(limit >> 20) MiB, skipped"
    case .lineTooLong(let line, let limit):
      "line \(line) is longer than \(limit >> 10) KiB: no newspaper text, skipped"
    case .faultyRecords(let count, let place, let fault):
      "\(count) fault\(count == 1 ? "" : "s") in \(fault.name(in: .english)), the first at line \(place.line), character \(place.column)"
    case .nothingToRead: "no file in it that kanbao reads"
    case .noArticles: "no articles: no record has a field for a headline or a body (--map names fields)"
    case .damaged(let damage): damage.english
    }
  }
}

extension Problem.Fault {
  fileprivate func name(in language: Language) -> String {
    switch self {
    case .json: "JSON"
    case .csv: "CSV"
    case .frontMatter: language == .chinese ? "文件头" : "the front matter"
    }
  }
}

extension Problem.Damage {
  fileprivate var chinese: String {
    switch self {
    case .broken: "压缩文件已损坏"
    case .cutShort: "压缩文件不完整，后面的内容缺失"
    case .encrypted: "压缩文件有密码"
    case .unknownMethod: "压缩方法不支持"
    case .noLibrary: "系统没有 libzstd，无法解压"
    }
  }

  fileprivate var english: String {
    switch self {
    case .broken: "the compressed file is damaged"
    case .cutShort: "the compressed file is cut short: its end is missing"
    case .encrypted: "the compressed file is encrypted"
    case .unknownMethod: "compressed by a method that kanbao does not know"
    case .noLibrary: "compressed by zstd, and this system has no libzstd"
    }
  }
}
