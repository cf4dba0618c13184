/// Replaces libcurl where the program is linked statically with Swift's libraries (release builds on
/// Linux).
///
/// FlyingFox can act as a proxy. For that it links Foundation's HTTP client, which links libcurl and
/// thirty more libraries: half of the start-up time of the program. The program makes no requests:
/// creating a connection fails.
