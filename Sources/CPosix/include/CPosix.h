/// Exchanges two paths in one step (`renameat2` with `RENAME_EXCHANGE`).
/// Returns 0, or the `errno` of the failure. Swift's Glibc module does not show this call.
int variorum_exchange(const char *a, const char *b);
