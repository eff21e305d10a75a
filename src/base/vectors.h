/*
 * vectors - whether vector code can be compiled, and may be run.
 *
 * It is for AVX2, which processors of x86-64 have had since 2013; all else
 * takes the scalar code that stands beside it.
 */
#ifndef BASE_VECTORS_H
#define BASE_VECTORS_H

#if defined(__x86_64__) && defined(__GNUC__)

#define VECTORS
#include <immintrin.h>

#ifdef __has_include
#if __has_include(<sys/platform/x86.h>)
#include <sys/platform/x86.h>
#endif
#endif

/* For the functions that have such code in them. */
#define AVX2 __attribute__((target("avx2")))

/*
 * glibc has asked the processor by the time of main().  The compiler's own
 * code would ask again whenever the program starts, and in a virtual machine
 * that takes longer than to read a post.
 */
#ifdef CPU_FEATURE_ACTIVE
#define HAS_AVX2() CPU_FEATURE_ACTIVE(AVX2)
#else
#define HAS_AVX2() __builtin_cpu_supports("avx2")
#endif

#else
#define HAS_AVX2() 0
#endif

#endif
