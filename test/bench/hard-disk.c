/* Laid before the system's own calls (LD_PRELOAD): each flush waits as long as KHOSACH_FLUSH_US says at that moment. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdlib.h>
#include <time.h>

static void wait_for_the_disk(void) {
  const char *said = getenv("KHOSACH_FLUSH_US");
  const long us = said ? atol(said) : 0;
  const struct timespec turn = {us / 1000000, us % 1000000 * 1000};
  if (us > 0) nanosleep(&turn, NULL);
}

int fsync(int file) {
  int (*flush)(int) = dlsym(RTLD_NEXT, "fsync");
  wait_for_the_disk();
  return flush(file);
}

int fdatasync(int file) {
  int (*flush)(int) = dlsym(RTLD_NEXT, "fdatasync");
  wait_for_the_disk();
  return flush(file);
}
