/*
 * vectors - whether vector code can be compiled, and may be run.
 *
 * It exists for x86-64: with SSE2 always, and with AVX2, which most processors
 * have had since 2013, if available.  All others run the scalar code beside it,
 * as does anything compiled with -DNO_VECTORS.
 */
#ifndef BASE_VECTORS_H
#define BASE_VECTORS_H

#include <stddef.h>
#include <stdint.h>

#if defined(__x86_64__) && defined(__GNUC__) && !defined(NO_VECTORS)

#define VECTORS
#include <immintrin.h>

#ifdef __has_include
#if __has_include(<sys/platform/x86.h>)
#include <sys/platform/x86.h>
#endif
#endif

/* For functions with AVX2 code.  Processors that have it can also clear the
   lowest bit in one step (BMI1). */
#define AVX2 __attribute__((target("avx2,bmi")))

/*
 * glibc has queried the processor before main().  The compiler's own code
 * would do so again at each start, which takes longer than reading a post in
 * a virtual machine.
 */
#ifdef CPU_FEATURE_ACTIVE
#define HAS_AVX2() (CPU_FEATURE_ACTIVE(AVX2) && CPU_FEATURE_ACTIVE(BMI1))
#else
#define HAS_AVX2() (__builtin_cpu_supports("avx2") && \
	__builtin_cpu_supports("bmi"))
#endif

#endif

/* For functions that must be compiled with their caller's vector code. */
#ifdef __GNUC__
#define ALWAYS_INLINE inline __attribute__((always_inline))
#else
#define ALWAYS_INLINE inline
#endif

/* For functions called rarely enough to leave their caller the registers. */
#ifdef __GNUC__
#define NEVER_INLINE __attribute__((noinline))
#else
#define NEVER_INLINE
#endif

/* The index of the lowest set bit; there is one. */
static inline size_t
first_bit(uint64_t bits)
{
#ifdef __GNUC__
	return (size_t)__builtin_ctzll(bits);
#else
	size_t n = 0;

	while ((bits >> n & 1) == 0)
		n++;
	return n;
#endif
}

#endif
