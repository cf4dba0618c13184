/// Takes what of an index does not fit into memory while it is made, and gives it back.
public protocol IndexOverflow {
    /// Takes bytes, behind those it has.
    func append(_ bytes: UnsafeRawBufferPointer) throws
    /// Fills a buffer with the bytes from an offset on; there are as many.
    func read(at offset: Int, into buffer: UnsafeMutableRawBufferPointer) throws
}
