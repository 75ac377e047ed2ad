/*
 * User-Mode Linux 6.12 sets a process's floating-point registers with a buffer of a fixed size; a host whose CPU has
 * wider state (AMX) refuses that with EFAULT, and the lab's nodes die while booting. Preloaded into the node's
 * kernel, this hands the host a buffer of the size that it wants.
 */
#include <elf.h>
#include <errno.h>
#include <stdarg.h>
#include <sys/ptrace.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#define WIDEST 65536

static long call(long request, long pid, long address, long data) {
  long result;
  register long r10 __asm__("r10") = data;
  __asm__ volatile("syscall"
                   : "=a"(result)
                   : "a"(SYS_ptrace), "D"(request), "S"(pid), "d"(address), "r"(r10)
                   : "rcx", "r11", "memory");
  return result;
}

static unsigned wide(void) { /* the size of all state that the host has switched on */
  unsigned a = 13, b, c = 0, d;
  __asm__ volatile("cpuid" : "+a"(a), "=b"(b), "+c"(c), "=d"(d));
  return b;
}

long ptrace(enum __ptrace_request request, ...) {
  va_list rest;
  va_start(rest, request);
  long pid = va_arg(rest, long), address = va_arg(rest, long), data = va_arg(rest, long), word, result;
  va_end(rest);
  int peek = request >= PTRACE_PEEKTEXT && request <= PTRACE_PEEKUSER;
  result = call(request, pid, address, peek ? (long)&word : data);
  if (result == -EFAULT && request == PTRACE_SETREGSET && address == NT_X86_XSTATE) {
    struct iovec *given = (struct iovec *)data;
    static char buffer[WIDEST] __attribute__((aligned(64)));
    struct iovec all = {buffer, wide()};
    if (given->iov_len < all.iov_len && all.iov_len <= WIDEST) {
      for (unsigned i = 0; i < all.iov_len; i++) {
        buffer[i] = i < given->iov_len ? ((char *)given->iov_base)[i] : 0;
      }
      result = call(request, pid, address, (long)&all);
    }
  }
  if (result < 0 && result > -4096) {
    errno = (int)-result;
    return -1;
  }
  return peek ? word : result;
}
