/// Stands in for libcurl where the program is linked with all of Swift's libraries inside (release
/// builds on Linux).
///
/// FlyingFox can hand requests on to other servers. For that it brings Foundation's client, this
/// brings libcurl, and that thirty libraries more, half of what each start of the program took. Nothing
/// here ever makes a request: who asks for a connection gets none.
