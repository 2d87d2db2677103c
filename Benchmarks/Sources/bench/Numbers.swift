import Corpus
import Dispatch
import Glibc
import Synchronization

/// Repeatable random numbers (SplitMix64).
struct Numbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  mutating func below(_ limit: Int) -> Int { Int(next() % UInt64(limit)) }
  mutating func chance(_ percent: Int) -> Bool { below(100) < percent }
  mutating func unit() -> Double { Double(next() >> 11) / Double(1 << 53) }
  mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }

  /// A rank below `limit`, the small ones often: rank r about as often as 1/(r + 1).
  mutating func zipf(_ limit: Int) -> Int { min(limit - 1, Int(exp(unit() * log(Double(limit) + 1))) - 1) }

  /// About `mean`, seldom a third or three times as much.
  mutating func around(_ mean: Double) -> Int {
    let normal = (0..<6).reduce(0.0) { sum, _ in sum + unit() } - 3
    return Int(mean * exp(normal * 0.75) * 0.86)
  }
}

/// Time and memory of this process.
enum Measure {
  /// Seconds of a clock that only goes forward.
  static var now: Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Seconds of processor time of all threads.
  static var processorTimeOfAll: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// Memory in use, in bytes, once what was freed is given back.
  static var memory: Int {
    HeapMemory.giveBack()
    return residentMemory
  }

  /// Memory in use, in bytes.
  static var residentMemory: Int { field(1, of: "/proc/self/statm") * Int(sysconf(Int32(_SC_PAGESIZE))) }

  private static func field(_ index: Int, of path: String) -> Int {
    guard let file = fopen(path, "r") else { return 0 }
    defer { fclose(file) }
    var values = [Int](repeating: 0, count: 7)
    for at in values.indices {
      var digits = 0
      while case let byte = getc(file), byte >= 48, byte <= 57 { digits = digits * 10 + Int(byte - 48) }
      values[at] = digits
    }
    return values[index]
  }
}

/// The time of many runs.
struct Times {
  var seconds: [Double] = []

  func percentile(_ percent: Double) -> Double {
    let sorted = seconds.sorted()
    guard !sorted.isEmpty else { return 0 }
    return sorted[min(sorted.count - 1, Int(Double(sorted.count) * percent / 100))]
  }

  var median: Double { percentile(50) }
}

/// Milliseconds with as many digits as tell something.
func milliseconds(_ seconds: Double) -> String {
  let value = seconds * 1000
  let digits = value < 10 ? 100.0 : value < 100 ? 10.0 : 1.0
  let rounded = (value * digits).rounded() / digits
  return digits == 1 ? "\(Int(rounded))" : "\(rounded)"
}

/// Does `count` pieces of work, each on a thread of its own, and gives what they gave, in order.
func inParallel<Result: Sendable>(_ count: Int, _ work: @escaping @Sendable (Int) -> Result) -> [Result] {
  let results = Mutex([Int: Result]())
  let group = DispatchGroup()
  for number in 0..<count {
    DispatchQueue.global().async(group: group) {
      let result = work(number)
      results.withLock { $0[number] = result }
    }
  }
  group.wait()
  return results.withLock { results in (0..<count).compactMap { results[$0] } }
}
