// The slow paths of Swift's mutex, which tell ThreadSanitizer what they order. libswiftSynchronization is not built with it: a
// lock that was waited for would order nothing, and all that it guards would be reported. The fast paths are inlined into code
// that is checked, and need no telling. Loaded before the library (LD_PRELOAD); may go when the library is built with it.
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

extern void __tsan_acquire(void *address) __attribute__((weak));
extern void __tsan_release(void *address) __attribute__((weak));

typedef __attribute__((swiftcall)) void lock_slow(uint32_t, __attribute__((swift_context)) void *);
typedef __attribute__((swiftcall)) bool try_lock_slow(__attribute__((swift_context)) void *);
typedef __attribute__((swiftcall)) void unlock_slow(__attribute__((swift_context)) void *);

lock_slow locked __asm__("$s15Synchronization12_MutexHandleV9_lockSlowyys6UInt32VF");
try_lock_slow tried __asm__("$s15Synchronization12_MutexHandleV12_tryLockSlowSbyF");
unlock_slow unlocked __asm__("$s15Synchronization12_MutexHandleV11_unlockSlowyyF");

__attribute__((swiftcall)) void locked(uint32_t thread, __attribute__((swift_context)) void *mutex) {
    lock_slow *next = (lock_slow *)dlsym(RTLD_NEXT, "$s15Synchronization12_MutexHandleV9_lockSlowyys6UInt32VF");
    next(thread, mutex);
    if (__tsan_acquire) __tsan_acquire(mutex);
}

__attribute__((swiftcall)) bool tried(__attribute__((swift_context)) void *mutex) {
    try_lock_slow *next = (try_lock_slow *)dlsym(RTLD_NEXT, "$s15Synchronization12_MutexHandleV12_tryLockSlowSbyF");
    bool has = next(mutex);
    if (has && __tsan_acquire) __tsan_acquire(mutex);
    return has;
}

__attribute__((swiftcall)) void unlocked(__attribute__((swift_context)) void *mutex) {
    unlock_slow *next = (unlock_slow *)dlsym(RTLD_NEXT, "$s15Synchronization12_MutexHandleV11_unlockSlowyyF");
    if (__tsan_release) __tsan_release(mutex);
    next(mutex);
}
