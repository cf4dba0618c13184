extension RandomAccessCollection {
    /// The first index whose element belongs to the second part, `endIndex` if none does.
    ///
    /// The elements that do must all stand behind those that do not.
    func partitioningIndex(where belongsToSecond: (Element) -> Bool) -> Index {
        var low = startIndex
        var count = self.count
        while count > 0 {
            let middle = index(low, offsetBy: count / 2)
            if belongsToSecond(self[middle]) {
                count /= 2
            } else {
                low = index(after: middle)
                count -= count / 2 + 1
            }
        }
        return low
    }
}
