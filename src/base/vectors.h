/*
 * vectors - whether vector code can be compiled, and may be run.
 *
 * It is for x86-64: with SSE2 always, and with AVX2, which most processors
 * have had since 2013, if there is that.  All else takes the scalar code that
 * stands beside it, and so does what is compiled with -DNO_VECTORS.
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

/* For the functions that have such code in them.  The processors that came
   with AVX2 can clear the lowest bit in one step, too. */
#define AVX2 __attribute__((target("avx2,bmi")))

/*
 * glibc has asked the processor by the time of main().  The compiler's own
 * code would ask again whenever the program starts, and in a virtual machine
 * that takes longer than to read a post.
 */
#ifdef CPU_FEATURE_ACTIVE
#define HAS_AVX2() (CPU_FEATURE_ACTIVE(AVX2) && CPU_FEATURE_ACTIVE(BMI1))
#else
#define HAS_AVX2() (__builtin_cpu_supports("avx2") && \
	__builtin_cpu_supports("bmi"))
#endif

#endif

/* For what gets the vector code of its caller. */
#ifdef __GNUC__
#define ALWAYS_INLINE inline __attribute__((always_inline))
#else
#define ALWAYS_INLINE inline
#endif

/* For what is called seldom enough to leave its caller the registers. */
#ifdef __GNUC__
#define NEVER_INLINE __attribute__((noinline))
#else
#define NEVER_INLINE
#endif

/* The number of the lowest bit that is set, of which there is one. */
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
