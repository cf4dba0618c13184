// What Swift's Glibc module leaves out.
#include_next <malloc.h>
