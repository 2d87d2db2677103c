import CMemory

/// How a program that holds a corpus gets along with little memory.
public enum HeapMemory {
  /// To be called before reading begins: memory that is needed for a while only goes back to the system at once.
  public static func prepare() { kanbao_large_blocks_apart() }

  /// To be called once all is read: what is free goes back. Takes some milliseconds.
  public static func giveBack() { kanbao_give_memory_back() }
}
