/** `open` is the shell's own way to start a program, and answers what went wrong. */
type Ways = { dataDir: string; open: (path: string) => Promise<string>; quit: () => void }

/** A page names a version and never a path: what is started lies among the kept Setups, and is verified right before. */
export function createStartSetup({ dataDir, open, quit }: Ways): (version: string) => Promise<boolean> {
  return async (version) => {
    const { isStillSigned, keptSetup } = await import('../updates/index.ts')
    const kept = keptSetup(dataDir, version)
    if (!kept || !(await isStillSigned(kept))) return false
    if ((await open(kept.path)) !== '') return false
    // Setup replaces the files of the program that runs.
    quit()
    return true
  }
}
